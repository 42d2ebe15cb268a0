/** The command line: one verb per need, plugged in by the modules. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package doppelpass.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
