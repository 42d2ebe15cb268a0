/** Deleted records: kept for 30 days, put back as they were. Knows no business module; each says what can be deleted. */
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
            "records",
            "work"
        })
@NullMarked
package doppelpass.bin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
