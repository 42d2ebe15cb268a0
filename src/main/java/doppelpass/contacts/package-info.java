/** People and companies. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "database",
            "web",
            "identity",
            "search",
            "search :: plug",
            "rules",
            "lists",
            "lists :: plug",
            "timeline",
            "records",
            "fields",
            "bin",
            "duplicates",
            "quality"
        })
@NullMarked
package doppelpass.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
