/** Episodes of interest: life cycle, promises, and the hand-over between the teams. */
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
            "glossary",
            "work",
            "mail",
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
            "tasks :: plug"
        })
@NullMarked
package doppelpass.leads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
