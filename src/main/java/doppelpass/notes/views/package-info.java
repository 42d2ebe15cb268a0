/** What the pages of notes show. */
@NullMarked
package doppelpass.notes.views;

import org.jspecify.annotations.NullMarked;
