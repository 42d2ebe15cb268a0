/** What the pages of all records share: parts that other modules show there. Knows no business module. */
@ApplicationModule(allowedDependencies = {"core", "web", "identity", "timeline"})
@NullMarked
package doppelpass.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
