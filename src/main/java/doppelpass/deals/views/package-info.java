/** What the pages of deals show, in typed rows. */
@NullMarked
package doppelpass.deals.views;

import org.jspecify.annotations.NullMarked;
