package doppelpass.lists;

import static doppelpass.web.Words.date;
import static doppelpass.web.Words.dateTime;
import static doppelpass.web.Words.decimal;
import static doppelpass.web.Words.money;
import static doppelpass.web.Words.number;
import static doppelpass.web.Words.t;

import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Shape;
import doppelpass.web.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cell: a column and what was read for it. */
public record Cell(Column column, List<@Nullable Object> values) {

    public Shape shape() {
        return column.shape();
    }

    public boolean empty() {
        return text(0).isEmpty();
    }

    /** A value as it is stored; empty where there is none. */
    public String text(int place) {
        Object value = place < values.size() ? values.get(place) : null;
        return value == null ? "" : value instanceof String[] names ? String.join(", ", names) : value.toString();
    }

    /** The codes of several, as they are stored. */
    List<String> codes() {
        return values.getFirst() instanceof String[] names ? List.of(names) : List.of();
    }

    public List<String> tags() {
        String prefix = shape() instanceof Shape.Tags tags ? tags.prefix() : null;
        return values.getFirst() instanceof String[] names
                ? Arrays.stream(names).map(name -> named(prefix, name)).toList()
                : List.of();
    }

    /** What a reader sees, in words of the own language; empty where there is no value. */
    public String words() {
        if (empty() && !(shape() instanceof Shape.Tag)) return "";
        Object first = values.getFirst();
        return switch (shape()) {
            case Shape.Text text -> text(0);
            case Shape.Reach reach -> reach.shown().apply(text(0));
            case Shape.Title title -> text(0);
            case Shape.Link link -> text(0);
            case Shape.Code code -> named(code.prefix(), text(0));
            case Shape.Tag tag -> tag.text().apply(values);
            case Shape.Moment moment -> moment.timed() ? dateTime((Instant) first) : date((Instant) first);
            case Shape.Day day -> date((LocalDate) first);
            case Shape.Tags tags -> String.join(", ", tags());
            case Shape.Number number ->
                first instanceof BigDecimal exact
                        ? decimal(exact, Math.max(0, exact.stripTrailingZeros().scale()))
                        : number((Number) first);
            case Shape.Money money -> money(((Number) first).longValue());
        };
    }

    private static String named(@Nullable String prefix, String code) {
        return prefix != null && Messages.has(prefix + code) ? t(prefix + code) : code;
    }
}
