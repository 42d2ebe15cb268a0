/**
 * One box that finds records of every kind and runs commands. Knows no business module; each plugs in what can be found
 * ({@link doppelpass.search.plug.Findables}) and keeps an index over the words of its records.
 */
@ApplicationModule(allowedDependencies = {"core", "database", "web", "identity", "work"})
@NullMarked
package doppelpass.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
