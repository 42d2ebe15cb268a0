/** What concerns somebody in one place: mentions, and what happens to records they follow. Knows no business module. */
@ApplicationModule(allowedDependencies = {"core", "database", "web", "identity", "work", "mail", "timeline", "records"})
@NullMarked
package doppelpass.news;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
