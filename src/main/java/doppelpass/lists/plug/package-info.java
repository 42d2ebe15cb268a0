/** The socket of {@code lists}: what a list shows, how it is searched, and which of its cells can be written. */
@NamedInterface("plug")
@NullMarked
package doppelpass.lists.plug;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
