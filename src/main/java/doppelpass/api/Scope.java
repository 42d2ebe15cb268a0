package doppelpass.api;

import java.util.Locale;

/** What a token may do with the records of one list. */
enum Scope {
    READ,
    WRITE;

    /** {@code deals:read} */
    String of(String list) {
        return list + ":" + name().toLowerCase(Locale.ROOT);
    }
}
