package doppelpass.audit;

import org.jspecify.annotations.Nullable;

/**
 * Up to which number the journal is complete. Numbers are given before transactions end, so a smaller one may still come; a
 * change has its transaction's number before its own. Once every transaction has ended that was open when a number was the
 * newest, all numbers up to it have come or never will.
 */
final class Settled {
    private record Pending(long number, long older) {}

    private long settled;
    private @Nullable Pending pending;

    /**
     * What one look at the database says; looks come in their order. A journal that became shorter began anew.
     *
     * @param newest the greatest number seen
     * @param running the oldest transaction that has not ended, or {@code next} if all have
     * @param next the number of the next transaction
     */
    long look(long newest, long running, long next) {
        if (newest < settled) {
            settled = 0;
            pending = null;
        }
        Pending waiting = pending;
        if (waiting != null && running >= waiting.older()) {
            settled = Math.max(settled, waiting.number());
            waiting = null;
        }
        if (running == next) settled = Math.max(settled, newest);
        if (waiting == null && newest > settled) waiting = new Pending(newest, next);
        pending = waiting;
        return settled;
    }
}
