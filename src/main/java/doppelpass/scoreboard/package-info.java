/** The one page that is true: profit, funnel, promises, what changed. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "database",
            "web",
            "identity",
            "glossary",
            "kpi",
            "kpi :: plug",
            "targets",
            "profit",
            "leads",
            "deals",
            "meetings",
            "quality"
        })
@NullMarked
package doppelpass.scoreboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
