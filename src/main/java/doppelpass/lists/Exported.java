package doppelpass.lists;

import doppelpass.lists.plug.Shape;
import doppelpass.web.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How cells leave in files.
 *
 * @param digits decimals of the organisation's currency
 */
record Exported(Locale locale, ZoneId zone, int digits) {

    /** For programs: codes as they are stored, ISO dates, numbers with a point. An import reads it back. */
    String stored(Cell cell) {
        return switch (cell.shape()) {
            case Shape.Text text -> cell.text(0);
            case Shape.Reach reach -> cell.text(0);
            case Shape.Title title -> cell.text(0);
            case Shape.Link link -> cell.text(0);
            case Shape.Code code -> cell.text(0);
            case Shape.Tag tag -> tag.text().apply(cell.values());
            case Shape.Moment moment ->
                cell.values().getFirst() instanceof Instant at
                        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at(at).toOffsetDateTime())
                        : "";
            case Shape.Day day -> cell.text(0);
            case Shape.Tags tags -> cell.text(0);
            case Shape.Number number -> cell.text(0);
            case Shape.Money money -> money(cell) instanceof BigDecimal amount ? amount.toPlainString() : "";
        };
    }

    /** For people: words of their language; dates and numbers as such. */
    @Nullable
    Object shown(Cell cell) {
        Object first = cell.values().getFirst();
        return switch (cell.shape()) {
            case Shape.Code code -> cell.empty() ? null : coded(code.prefix(), cell.text(0));
            case Shape.Moment moment -> first instanceof Instant at ? at(at).toLocalDateTime() : null;
            case Shape.Day day -> first instanceof LocalDate date ? date : null;
            case Shape.Number number -> first;
            case Shape.Money money -> money(cell);
            case Shape.Text text -> stored(cell);
            case Shape.Reach reach -> stored(cell);
            case Shape.Title title -> stored(cell);
            case Shape.Link link -> stored(cell);
            case Shape.Tag tag -> stored(cell);
            case Shape.Tags tags ->
                tags.prefix() == null || cell.empty()
                        ? stored(cell)
                        : cell.codes().stream()
                                .map(code -> coded(tags.prefix(), code))
                                .collect(Collectors.joining(", "));
        };
    }

    private String coded(String prefix, String code) {
        return Messages.has(prefix + code) ? Messages.text(locale, prefix + code) : code;
    }

    private ZonedDateTime at(Instant instant) {
        return instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS);
    }

    private @Nullable BigDecimal money(Cell cell) {
        return cell.values().getFirst() instanceof Number minor ? BigDecimal.valueOf(minor.longValue(), digits) : null;
    }
}
