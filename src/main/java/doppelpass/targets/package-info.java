/** The agreed monthly plan per KPI. */
@ApplicationModule(allowedDependencies = {"core", "console", "database", "web", "identity", "kpi", "kpi :: plug"})
@NullMarked
package doppelpass.targets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
