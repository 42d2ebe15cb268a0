/** People and companies. */
@ApplicationModule(
        allowedDependencies = {"core", "console", "database", "web", "identity", "rules", "timeline", "quality", "kpi"})
@NullMarked
package doppelpass.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
