/** Findings about data: what is missing, contradictory or stale, with a list to work off; modules plug checks in. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "database",
            "web",
            "identity",
            "work",
            "lists",
            "lists :: plug",
            "timeline",
            "kpi :: plug"
        })
@NullMarked
package doppelpass.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
