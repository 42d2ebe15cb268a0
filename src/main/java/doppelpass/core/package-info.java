/** Values every module speaks: money, periods, business time, pages. Pure Java without Spring or SQL; depends on no module. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package doppelpass.core;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
