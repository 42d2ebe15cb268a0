package doppelpass.lists;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One column of many records to be set to one value, or ({@code undoOf}) to be set back to what each had before.
 *
 * @param total records it is about, counted exactly before it starts
 */
public record Bulk(
        long id,
        String list,
        String column,
        String value,
        String state,
        @Nullable Long undoOf,
        long personId,
        String by,
        @Nullable Long jobId,
        Instant createdAt,
        @Nullable Instant finishedAt,
        long total,
        long changed,
        long same,
        long refused,
        boolean undone) {
    public static final Duration KEPT = Duration.ofDays(30);

    /** Stands for the record itself where others name a column: it is {@link #THERE} or {@link #GONE}. */
    public static final String RECORD = "*";

    static final String THERE = "there";
    static final String GONE = "gone";

    static final String FAILED = "failed";

    /**
     * A record that stayed as it was, and why, in words.
     *
     * @param name empty where it has none the reader may see
     * @param there whether the reader finds it in the list
     */
    public record Refused(long id, String reason, String name, boolean there) {}

    /** The same after its work was given up. */
    Bulk failed() {
        return new Bulk(
                id,
                list,
                column,
                value,
                FAILED,
                undoOf,
                personId,
                by,
                jobId,
                createdAt,
                finishedAt,
                total,
                changed,
                same,
                refused,
                undone);
    }

    public boolean deletes() {
        return column.equals(RECORD);
    }

    /** Ending of the message that says what happens: names are added to those there are, or taken from them. */
    public String how() {
        return value.startsWith("+") ? ".add" : value.startsWith("-") ? ".remove" : "";
    }

    /** The value without the sign that says how it is written. */
    public String plain() {
        return how().isEmpty() ? value : value.substring(1);
    }

    public boolean asked() {
        return state.equals("asked");
    }

    public boolean open() {
        return state.equals("waiting") || state.equals("running");
    }

    public boolean gaveUp() {
        return state.equals(FAILED);
    }

    /** How it stands for whoever looks back: what was taken back is no longer done. */
    public String standing() {
        return undone ? "undone" : state;
    }

    public long handled() {
        return changed + same + refused;
    }

    public int percent() {
        return total == 0 ? 100 : (int) (handled() * 100 / total);
    }

    /** What was changed can be taken back for a month. */
    public boolean undoableAt(Instant now) {
        return !undone && undoOf == null && changed > 0 && finishedAt != null && now.isBefore(finishedAt.plus(KEPT));
    }
}
