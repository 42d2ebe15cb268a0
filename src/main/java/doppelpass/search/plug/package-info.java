/** The socket of {@code search}: which records can be found, by which words, and which commands there are. */
@NamedInterface("plug")
@NullMarked
package doppelpass.search.plug;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
