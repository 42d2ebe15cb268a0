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
            "bin",
            "duplicates",
            "contacts",
            "campaigns",
            "leads",
            "deals",
            "profit",
            "meetings"
        })
@NullMarked
package doppelpass.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
