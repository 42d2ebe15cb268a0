/** The socket of {@code kpi}: what modules contribute to figures, and where plans come from. */
@NamedInterface("plug")
@NullMarked
package doppelpass.kpi.plug;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
