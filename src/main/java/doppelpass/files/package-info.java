/** Files on any record: kept whole in the database, told apart by their content, scanned if a scanner is named. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "database",
            "web",
            "identity",
            "search",
            "search :: plug",
            "work",
            "timeline",
            "records",
            "bin"
        })
@NullMarked
package doppelpass.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
