/** Notes in safe rich text on any record: mentions, pins, earlier versions, undo. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "database",
            "web",
            "identity",
            "search",
            "search :: plug",
            "work",
            "lists :: plug",
            "timeline",
            "records",
            "bin",
            "news"
        })
@NullMarked
package doppelpass.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
