package doppelpass.quality;

import doppelpass.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record a check found, with the facts that show what is wrong. */
public record Finding(Check check, long id, String name, List<@Nullable Object> facts) {

    public String url() {
        return check.url() + id;
    }

    /** What is wrong, in the reader's language and formats. */
    public String problem() {
        return Words.t(check.findingKey(), facts.stream().map(Finding::word).toArray());
    }

    private static Object word(@Nullable Object fact) {
        return switch (fact) {
            case null -> Words.NONE;
            case Instant instant -> Words.date(instant);
            case LocalDate day -> Words.date(day);
            case Number number -> number;
            default -> fact.toString();
        };
    }
}
