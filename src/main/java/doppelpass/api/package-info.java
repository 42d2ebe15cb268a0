/**
 * Records for programs: JSON under {@code /api/v1} on the lists' own columns, rules and rights. Knows no business module; each
 * says how its records are entered ({@link doppelpass.lists.plug.Entry}).
 */
@ApplicationModule(
        allowedDependencies = {"core", "database", "web", "identity", "rules", "work", "lists", "lists :: plug", "audit"
        })
@NullMarked
package doppelpass.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
