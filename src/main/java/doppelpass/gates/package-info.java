/** What must be known before a deal goes on: checklists (BANT, CHAMP, MEDDICC) and facts, demanded stage by stage. */
@ApplicationModule(allowedDependencies = {"core", "database", "web", "identity", "timeline", "records", "deals"})
@NullMarked
package doppelpass.gates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
