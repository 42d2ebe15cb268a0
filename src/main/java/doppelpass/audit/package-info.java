/** Who changed what and when: written by the database itself, append-only, chained, with values that can be erased. */
@ApplicationModule(
        allowedDependencies = {"core", "console", "database", "web", "identity", "work", "timeline", "records"})
@NullMarked
package doppelpass.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
