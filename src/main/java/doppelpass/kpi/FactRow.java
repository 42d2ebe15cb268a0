package doppelpass.kpi;

import doppelpass.web.Words;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact behind a figure; {@code hit} tells converted members of a cohort from the others. */
public record FactRow(
        long id,
        @Nullable Long record,
        @Nullable String title,
        @Nullable Instant happened,
        @Nullable BigDecimal value,
        @Nullable Boolean hit) {

    /** Never empty: a record without a title shows its number. */
    public String shown() {
        return title == null || title.isBlank() ? "#" + (record == null ? id : record) : title;
    }

    public String url(String link) {
        return link.replace("{id}", String.valueOf(record));
    }

    /** The value; counted records count one, and an amount may be hidden from the reader. */
    public String text(boolean money) {
        if (value == null) return money ? Words.NONE : Words.number(1);
        return money ? FigureWords.value(value, Unit.MONEY) : Words.decimal(value, 1);
    }
}
