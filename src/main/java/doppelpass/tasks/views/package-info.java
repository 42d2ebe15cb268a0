/** What the pages of tasks show. */
@NullMarked
package doppelpass.tasks.views;

import org.jspecify.annotations.NullMarked;
