/** The example company: a firm with two years of history, made by code with a seed, to look at and to show. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "console",
            "database",
            "web",
            "identity",
            "glossary",
            "timeline",
            "kpi",
            "targets",
            "tags",
            "fields",
            "bin",
            "tasks",
            "duplicates",
            "records",
            "news",
            "notes",
            "files",
            "contacts",
            "campaigns",
            "leads",
            "deals",
            "pricing",
            "gates",
            "forecast",
            "profit",
            "meetings"
        })
@NullMarked
package doppelpass.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
