/** Purchase projects: pipelines, stages, products, won and lost. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "console",
            "database",
            "web",
            "identity",
            "rules",
            "timeline",
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
