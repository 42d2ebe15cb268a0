package doppelpass.deals;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which deals a list shows, as its address says it. {@code stage} is a stage's id, {@code won}, {@code lost},
 * {@code all}, or empty for what is open; the days limit the close date: the real one, or the expected one while open.
 */
public record DealFilter(
        String q,
        String stage,
        @Nullable Long owner,
        @Nullable Long company,
        String source,
        @Nullable Long campaign,
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
                day(asked.get("from")),
                day(asked.get("to")));
    }

    /** The same as it stands in the address. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", q);
        parameters.put("stage", stage);
        parameters.put("owner", text(owner));
        parameters.put("company", text(company));
        parameters.put("source", source);
        parameters.put("campaign", text(campaign));
        parameters.put("from", text(from));
        parameters.put("to", text(to));
        return parameters;
    }

    /** Nothing but the usual open deals is asked for. */
    public boolean usual() {
        return parameters().values().stream().allMatch(String::isEmpty);
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

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
