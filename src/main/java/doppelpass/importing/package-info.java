/** Files in: detect, map, preview, run, resume, report, undo; from the page and from the command line. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "console",
            "database",
            "web",
            "identity",
            "work",
            "timeline",
            "records",
            "duplicates",
            "contacts",
            "campaigns",
            "leads",
            "deals",
            "profit"
        })
@NullMarked
package doppelpass.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
