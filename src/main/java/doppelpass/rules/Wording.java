package doppelpass.rules;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says conditions in the reader's language, as words for the message source. */
final class Wording {
    private final ValueWording values = new ValueWording(this);

    /** A whole clause: alternatives stand apart by a comma, so that "and" inside them is read first. */
    Word clause(Truth truth) {
        return truth instanceof Truth.Or(List<Truth> parts) ? joined("either", parts) : of(truth);
    }

    Word of(Truth truth) {
        return switch (truth) {
            case Truth.Fixed(boolean holds) -> say(holds ? "always" : "never");
            case Truth.And(List<Truth> parts) -> joined("and", parts);
            case Truth.Or(List<Truth> parts) -> joined("or", parts);
            case Truth.Not(Truth inner) -> not(inner);
            case Truth.Choice(Truth condition, Truth then, Truth otherwise) ->
                say("choice", of(condition), of(then), of(otherwise));
            case Truth.Compare compare -> compare(compare);
            case Truth.OneOf(Value value, List<Value> options) ->
                say("one_of", values.of(value), listed(value, options));
            case Truth.Flag(Value value) -> say("flag", values.of(value));
            case Truth.HasPart(Truth.Part part, Value text, Value searched) ->
                say(part.name().toLowerCase(Locale.ROOT), values.of(text), values.of(searched));
            case Truth.Matches(Value text, TextPattern pattern) -> say("matches", values.of(text), pattern.sql());
            case Truth.Present(Value.Column column) -> say("present", values.of(column));
            case Truth.Linked(Path path) -> say("present", values.of(path));
            case Truth.Quantified quantified -> quantified(quantified);
            case Truth.Term(String name, Path path, Variable inner, Truth rule) -> say("term", values.of(path), name);
            case Truth.Among(Value value, Items.Texts list) -> say("among", values.of(list), values.of(value));
        };
    }

    Word list(Items items) {
        Truth filter = items.filter();
        return filter == null ? values.of(items) : say("filtered", values.of(items), of(filter));
    }

    static Word say(String what, Object... args) {
        return Word.of("rules.say." + what, args);
    }

    private Word not(Truth inner) {
        return switch (inner) {
            case Truth.Not(Truth positive) -> of(positive);
            case Truth.Present(Value.Column column) -> say("missing", values.of(column));
            case Truth.Linked(Path path) -> say("missing", values.of(path));
            case Truth.Term(String name, Path path, Variable variable, Truth rule) ->
                say("no_term", values.of(path), name);
            case Truth.Compare(Comparison how, Value left, Value.Constant(Kind kind, Object value))
            when how == Comparison.NE && value.equals("") -> say("missing", values.of(left));
            case Truth.Quantified(Truth.Quantifier how, Items items, Truth condition)
            when how == Truth.Quantifier.SOME ->
                condition instanceof Truth.Fixed(boolean holds) && holds
                        ? say("empty", list(items))
                        : say("none", list(items), of(condition));
            default -> say("not", of(inner));
        };
    }

    private Word joined(String how, List<Truth> parts) {
        Word first = of(parts.getFirst());
        return parts.size() == 1 ? first : say(how, first, joined(how, parts.subList(1, parts.size())));
    }

    private Word compare(Truth.Compare compare) {
        Value left = compare.left();
        Value right = compare.right();
        if (right instanceof Value.Constant(Kind kind, Object value) && value.equals("")) {
            if (compare.comparison() == Comparison.EQ) return say("missing", values.of(left));
            if (compare.comparison() == Comparison.NE) return say("present", values.of(left));
        }
        boolean time = left.kind() == Kind.TIMESTAMP || left.kind() == Kind.DATE;
        String how = compare.comparison().name().toLowerCase(Locale.ROOT);
        return say(
                time && compare.comparison().ordering() ? how + "_time" : how,
                values.of(left),
                values.beside(left, right));
    }

    private Word quantified(Truth.Quantified test) {
        String how = test.quantifier().name().toLowerCase(Locale.ROOT);
        boolean any = test.condition() instanceof Truth.Fixed(boolean holds) && holds;
        return any && test.quantifier() == Truth.Quantifier.SOME
                ? say("any", list(test.items()))
                : say(how, list(test.items()), of(test.condition()));
    }

    private Object listed(Value value, List<Value> options) {
        @Nullable Object listed = null;
        String how = "last";
        for (Value option : options.reversed()) {
            Object word = values.beside(value, option);
            if (listed == null) {
                listed = word;
            } else {
                listed = say(how, word, listed);
                how = "list";
            }
        }
        return listed == null ? say("nothing") : listed;
    }
}
