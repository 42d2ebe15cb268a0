/** The jour fixe: series, agenda from data, minutes, decisions, actions that come back. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "console",
            "database",
            "web",
            "identity",
            "search",
            "search :: plug",
            "work",
            "mail",
            "glossary",
            "kpi",
            "kpi :: plug",
            "targets",
            "leads",
            "deals",
            "quality",
            "profit",
            "tasks :: plug"
        })
@NullMarked
package doppelpass.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
