package doppelpass.webhooks;

import org.jspecify.annotations.Nullable;

/** How an attempt ended: with a status, or with what kept us from one. What the other side wrote is nobody's to read. */
record Outcome(@Nullable Integer status, @Nullable Fault fault, long millis) {
    private static final int GONE = 410;

    /** Why there was no answer. */
    enum Fault {
        ADDRESS,
        INNER,
        NAME,
        TLS,
        TIMEOUT,
        UNREACHABLE,
        SECRET
    }

    static Outcome of(Fault fault, long millis) {
        return new Outcome(null, fault, millis);
    }

    boolean delivered() {
        return status != null && status >= 200 && status < 300;
    }

    /** The other side wants no more, ever. */
    boolean gone() {
        return status != null && status == GONE;
    }
}
