package doppelpass.deals;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which deals a list shows, as its address says it. {@code stage} is a stage's id, {@code won}, {@code lost},
 * {@code all}, {@code still} for what is open and stands still, or empty for what is open; the days limit the close date: the real one, or the expected one while open.
 */
record DealFilter(
        String q,
        String stage,
        @Nullable Long owner,
        @Nullable Long company,
        String source,
        @Nullable Long campaign,
        @Nullable Long pipeline,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static DealFilter of(Map<String, String> asked) {
        return new DealFilter(
                asked.getOrDefault("q", "").strip(),
                asked.getOrDefault("stage", ""),
                number(asked.get("owner")),
                number(asked.get("company")),
                asked.getOrDefault("source", ""),
                number(asked.get("campaign")),
                number(asked.get("pipeline")),
                day(asked.get("from")),
                day(asked.get("to")));
    }

    /** Whether only those open deals are meant that stand still. */
    boolean still() {
        return stage.equals("still");
    }

    @Nullable
    Long stageId() {
        return number(stage);
    }

    static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException nonsense) {
            return null;
        }
    }
}
