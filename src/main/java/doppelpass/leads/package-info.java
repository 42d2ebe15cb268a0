/** Episodes of interest: life cycle, promises, and the hand-over between the teams. */
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
            "glossary",
            "work",
            "mail",
            "timeline",
            "records",
            "bin",
            "news",
            "quality",
            "kpi",
            "kpi :: plug",
            "contacts",
            "campaigns"
        })
@NullMarked
package doppelpass.leads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
