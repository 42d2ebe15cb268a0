/** The one PostgreSQL: embedded and durable by default, external by URL; migrations, keyset pages, backup. */
@ApplicationModule(allowedDependencies = {"core", "console"})
@NullMarked
package doppelpass.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
