/** The organisation, its people and teams, signing in, and who may use which route. */
@ApplicationModule(allowedDependencies = {"core", "console", "database", "web"})
@NullMarked
package doppelpass.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
