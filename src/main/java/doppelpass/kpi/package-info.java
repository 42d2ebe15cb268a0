/** KPI definitions as data and the engine that turns them, the modules' measures and a period into figures. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "console",
            "database",
            "web",
            "identity",
            "search",
            "search :: plug",
            "rules",
            "glossary",
            "work"
        })
@NullMarked
package doppelpass.kpi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
