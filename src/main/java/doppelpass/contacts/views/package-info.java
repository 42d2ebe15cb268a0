/** What the pages of contacts and companies show, in typed rows. */
@NullMarked
package doppelpass.contacts.views;

import org.jspecify.annotations.NullMarked;
