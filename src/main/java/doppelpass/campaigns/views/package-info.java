/** What the pages of campaigns and costs show, in typed rows. */
@NullMarked
package doppelpass.campaigns.views;

import org.jspecify.annotations.NullMarked;
