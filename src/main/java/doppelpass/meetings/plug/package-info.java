/** What modules plug into the jour fixe: topics that their data says should be talked about. */
@NullMarked
@NamedInterface("plug")
package doppelpass.meetings.plug;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
