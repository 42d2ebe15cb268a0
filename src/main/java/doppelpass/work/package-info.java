/** Durable background work: a queue in the business transaction, progress, retry, recurring jobs. */
@ApplicationModule(allowedDependencies = {"core", "console", "database", "web", "identity"})
@NullMarked
package doppelpass.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
