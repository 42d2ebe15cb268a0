/** People and companies. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "database",
            "web",
            "identity",
            "rules",
            "lists",
            "lists :: plug",
            "timeline",
            "records",
            "bin",
            "duplicates",
            "quality"
        })
@NullMarked
package doppelpass.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
