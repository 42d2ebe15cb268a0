/** Records that are one: found, explained, merged field by field, and taken apart again. Knows no business module. */
@ApplicationModule(allowedDependencies = {"core", "database", "web", "identity", "timeline", "records", "bin", "work"})
@NullMarked
package doppelpass.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
