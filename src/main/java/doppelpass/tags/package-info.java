/** Free labels on records of every kind: in lists, in rules, on many records at once. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "database",
            "web",
            "identity",
            "rules",
            "lists",
            "lists :: plug",
            "timeline",
            "records"
        })
@NullMarked
package doppelpass.tags;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
