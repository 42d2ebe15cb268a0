package doppelpass.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record that was found; {@code rank} says how well, the least is the best. */
public record Hit(Marked title, Marked remark, @Nullable Instant moment, String url, int rank) {
    static final int NUMBER = 0;
    static final int EXACT = 1;
    static final int BEGUN = 2;
    static final int VIA = 3;
    static final int WIDE = 4;
}
