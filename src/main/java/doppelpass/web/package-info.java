/** What every page is made of: layout, typed fragments, words in two languages, errors, navigation, charts. */
@ApplicationModule(allowedDependencies = {"core"})
@NullMarked
package doppelpass.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
