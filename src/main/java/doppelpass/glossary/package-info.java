/** The shared language: terms with executable rules, proposed, back-tested, signed by both teams, in force. */
@ApplicationModule(
        allowedDependencies = {"core", "console", "database", "web", "identity", "search", "search :: plug", "rules"})
@NullMarked
package doppelpass.glossary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
