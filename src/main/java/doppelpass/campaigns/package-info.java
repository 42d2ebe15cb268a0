/** Channels, campaigns and what they cost, by service period. */
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
            "lists",
            "lists :: plug",
            "timeline",
            "records",
            "fields",
            "bin",
            "quality",
            "kpi",
            "kpi :: plug",
            "contacts"
        })
@NullMarked
package doppelpass.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
