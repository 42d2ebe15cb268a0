package doppelpass.deals;

import java.util.Locale;

/** A step of a pipeline; {@code probability} is the chance in percent that a deal standing here is won. */
public record Stage(long id, long pipelineId, String name, int position, Kind kind, int probability) {

    /** What standing here means for a deal. */
    public enum Kind {
        OPEN,
        WON,
        LOST;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public boolean open() {
        return kind == Kind.OPEN;
    }

    /** What the amount is worth today: amount times probability, rounded half up; minor units. */
    public long weighted(long amountMinor) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(amountMinor, (long) probability), 50L), 100L);
    }
}
