/** The socket of {@code tasks}: what waits for somebody in other modules. */
@NamedInterface("plug")
@NullMarked
package doppelpass.tasks.plug;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
