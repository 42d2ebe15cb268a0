/** Purchase projects: pipelines, stages, products, won and lost. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "console",
            "database",
            "web",
            "identity",
            "rules",
            "lists",
            "lists :: plug",
            "timeline",
            "records",
            "bin",
            "news",
            "quality",
            "kpi",
            "kpi :: plug",
            "contacts",
            "campaigns",
            "leads"
        })
@NullMarked
package doppelpass.deals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
