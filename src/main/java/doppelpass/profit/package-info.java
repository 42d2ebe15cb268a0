/**
 * Why profit differs from plan or from last year: the driver tree and its decomposition into steps that add up to the
 * cent, each with the team that answers for it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core"})
package doppelpass.profit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
