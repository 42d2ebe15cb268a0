/** Who sees which records (own, team's, department's, shared) and which of their fields. The database enforces it in whatever is asked. */
@ApplicationModule(allowedDependencies = {"core", "database", "web", "identity", "timeline", "records"})
@NullMarked
package doppelpass.reach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
