/** What the pages of the timeline show. */
@NullMarked
package doppelpass.timeline.views;

import org.jspecify.annotations.NullMarked;
