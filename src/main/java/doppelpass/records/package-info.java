/** What all records share: parts of their pages that other modules show, favourites. Knows no business module. */
@ApplicationModule(allowedDependencies = {"core", "database", "web", "identity", "timeline"})
@NullMarked
package doppelpass.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
