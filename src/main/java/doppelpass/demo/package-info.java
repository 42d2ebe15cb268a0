/** The example company: the cast, two years of history, good and bad months. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "console",
            "database",
            "web",
            "identity",
            "work",
            "timeline",
            "kpi",
            "glossary",
            "targets",
            "contacts",
            "campaigns",
            "leads",
            "deals",
            "profit",
            "meetings"
        })
@NullMarked
package doppelpass.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
