/** Purchase projects: pipelines, stages, products, won and lost. */
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
            "news",
            "quality",
            "kpi",
            "kpi :: plug",
            "contacts",
            "campaigns",
            "leads",
            "tasks :: plug"
        })
@NullMarked
package doppelpass.deals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
