/**
 * Lists of records as people want to see them: chosen columns, filters in the rule language, saved views, cells that can be
 * edited. Knows no business module; each plugs its list in ({@link doppelpass.lists.plug.RecordList}).
 */
@ApplicationModule(allowedDependencies = {"core", "database", "web", "identity", "search :: plug", "rules", "work"})
@NullMarked
package doppelpass.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
