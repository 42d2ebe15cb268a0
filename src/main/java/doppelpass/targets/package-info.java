/** The agreed monthly plan per KPI. */
@ApplicationModule(allowedDependencies = {"core", "console", "database", "web", "identity", "kpi"})
@NullMarked
package doppelpass.targets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
