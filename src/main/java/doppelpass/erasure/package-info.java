/** Personal data erased for good: what every module keeps of a person, the audit's values included; what figures count stays. */
@ApplicationModule(
        allowedDependencies = {"core", "database", "web", "identity", "lists", "timeline", "records", "audit"})
@NullMarked
package doppelpass.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
