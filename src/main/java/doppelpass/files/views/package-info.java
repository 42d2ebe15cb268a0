/** What the pages of files show. */
@NullMarked
package doppelpass.files.views;

import org.jspecify.annotations.NullMarked;
