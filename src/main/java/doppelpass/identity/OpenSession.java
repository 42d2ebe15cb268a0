package doppelpass.identity;

import java.time.Instant;

/** Somebody's session that goes on: by which door it began, on what device, when it was last used; {@code here} is this one. */
public record OpenSession(
        long id, Door door, Device device, String address, Instant begun, Instant lastUsed, boolean here) {

    /** How somebody has shown who they are. */
    public enum Door {
        PASSWORD,
        CODE,
        PROVIDER,
        PASSKEY;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Door of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
