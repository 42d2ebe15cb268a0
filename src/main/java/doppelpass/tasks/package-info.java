/** What people want to do and when: tasks from any record, reminders, what comes back, and everybody's own day. */
@ApplicationModule(
        allowedDependencies = {
            "core",
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
            "quality",
            "work",
            "mail"
        })
@NullMarked
package doppelpass.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
