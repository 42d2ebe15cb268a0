package doppelpass.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

/** Says values in the reader's language. */
final class ValueWording {
    private final Wording conditions;

    ValueWording(Wording conditions) {
        this.conditions = conditions;
    }

    Word of(Value value) {
        return switch (value) {
            case Value.Constant(Kind kind, Object content) -> constant(kind, content);
            case Value.Now now -> Wording.say("now");
            case Value.Column(Path path, SubjectField field) -> within(path, field.label());
            case Value.Element element -> Wording.say("element");
            case Value.Shift(Value base, Duration by) -> shifted(base, by);
            case Value.DayOf(Value time, ZoneId zone) ->
                time instanceof Value.Now ? Wording.say("today") : Wording.say("day", of(time));
            case Value.Transformed(Value.Transform transform, Value text) ->
                Wording.say(transform.name().toLowerCase(Locale.ROOT), of(text));
            case Value.Binary(Value.Operator operator, Value left, Value right) ->
                Wording.say(operator.name().toLowerCase(Locale.ROOT), of(left), of(right));
            case Value.Count(Items items) -> Wording.say("count", conditions.list(items));
            case Value.Either(Truth condition, Value then, Value otherwise) ->
                Wording.say("choice", conditions.of(condition), of(then), of(otherwise));
            case Value.Verdict(Truth truth) -> conditions.of(truth);
        };
    }

    /** A constant beside a field with choices is the name of a choice. */
    Word beside(Value field, Value value) {
        if (field instanceof Value.Column(Path path, SubjectField column)
                && value instanceof Value.Constant(Kind kind, String text)
                && column.choices().contains(text)) return column.choice(text);
        return of(value);
    }

    Word of(Items items) {
        return switch (items) {
            case Items.Related related ->
                within(related.owner(), related.many().relation().label());
            case Items.Texts texts -> of(texts.column());
        };
    }

    Word of(Path path) {
        if (path.direct()) return path.subject().label();
        return within(path.owner(), path.hops().getLast().relation().label());
    }

    /** A member of a related record is said with the relation; the rule's own record goes without saying. */
    private Word within(Path path, Word member) {
        return path.direct() ? member : Wording.say("of", member, of(path));
    }

    private Word shifted(Value base, Duration by) {
        Word span = span(by.abs());
        if (base instanceof Value.Now) return Wording.say(by.isNegative() ? "ago" : "ahead", span);
        return Wording.say(by.isNegative() ? "minus" : "plus", of(base), span);
    }

    private static Word constant(Kind kind, Object content) {
        return switch (kind) {
            case STRING -> Wording.say("text", content);
            case BOOL -> Wording.say(content.equals(true) ? "yes" : "no");
            case DURATION -> span((Duration) content);
            case DECIMAL -> Word.plain(((BigDecimal) content).toPlainString());
            case INT, TIMESTAMP, DATE -> Word.plain(content.toString());
        };
    }

    private static Word span(Duration span) {
        long seconds = span.toSeconds();
        if (seconds % 86_400 == 0) return Wording.say("days", Long.toString(seconds / 86_400));
        if (seconds % 3_600 == 0) return Wording.say("hours", Long.toString(seconds / 3_600));
        if (seconds % 60 == 0) return Wording.say("minutes", Long.toString(seconds / 60));
        return Wording.say(
                "seconds",
                BigDecimal.valueOf(span.toMillis(), 3).stripTrailingZeros().toPlainString());
    }
}
