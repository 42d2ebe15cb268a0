package doppelpass.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a check finds today, of how many records it looked at. {@code before} is what it found about a month ago, null
 * without a snapshot from then; {@code countedAt} is when, if that was earlier.
 */
public record Result(
        Check check,
        long found,
        long examined,
        @Nullable Long before,
        @Nullable Instant countedAt) {

    /** The share of the examined records; null when there are none. */
    public @Nullable Double share() {
        return examined == 0 ? null : found / (double) examined;
    }

    /** By how many findings it got worse (positive) or better (negative); null without an earlier snapshot. */
    public @Nullable Long change() {
        return before == null ? null : found - before;
    }
}
