package doppelpass.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the tree over one record. A leaf that meets a missing value is false. */
final class Memory implements Readings.Eyes {
    private final @Nullable Object[] slots;
    private final MemoryValues values;

    Memory(Instant now, int slots) {
        this.slots = new Object[slots];
        this.values = new MemoryValues(this, now);
    }

    /** For the parts of a rule that read no record. */
    static Memory timeOnly(Instant now) {
        return new Memory(now, 0);
    }

    void bind(Variable variable, @Nullable Object content) {
        slots[variable.slot()] = content;
    }

    @Nullable
    Object bound(Variable variable) {
        return slots[variable.slot()];
    }

    @Nullable
    Object value(Value value) {
        return values.value(value);
    }

    @Override
    public @Nullable Object see(Value value) {
        return value(value);
    }

    @Override
    public Readings.Eyes inside(Truth.Term term) {
        bind(term.inner(), record(term.path()));
        return this;
    }

    boolean test(Truth truth) {
        return switch (truth) {
            case Truth.Fixed(boolean holds) -> holds;
            case Truth.And(List<Truth> parts) -> allHold(parts);
            case Truth.Or(List<Truth> parts) -> anyHolds(parts);
            case Truth.Not(Truth inner) -> !test(inner);
            case Truth.Choice(Truth condition, Truth then, Truth otherwise) ->
                test(condition) ? test(then) : test(otherwise);
            case Truth.Compare compare -> compare(compare);
            case Truth.OneOf(Value value, List<Value> options) -> oneOf(values.value(value), options);
            case Truth.Flag(Value value) -> Boolean.TRUE.equals(values.value(value));
            case Truth.HasPart part -> hasPart(part);
            case Truth.Matches(Value text, TextPattern pattern) ->
                values.value(text) instanceof String there && pattern.foundIn(there);
            case Truth.Present(Value.Column column) -> values.value(column) != null;
            case Truth.Linked(Path path) -> record(path) != null;
            case Truth.Among(Value value, Items.Texts list) -> among(values.value(value), list);
            case Truth.Quantified quantified -> quantified(quantified);
            case Truth.Term term -> term(term);
        };
    }

    /** How many elements the filter lets pass and the condition holds for, up to a limit. */
    int count(Items items, Truth condition, int limit) {
        int count = 0;
        for (Object element : elements(items)) {
            bind(items.variable(), element);
            Truth filter = items.filter();
            if ((filter == null || test(filter)) && test(condition) && ++count == limit) break;
        }
        return count;
    }

    @Nullable
    Map<?, ?> record(Path path) {
        Map<?, ?> at = (Map<?, ?>) bound(path.root());
        for (Path.Hop hop : path.hops()) at = Records.related(at, hop.relation().name());
        return at;
    }

    private boolean allHold(List<Truth> parts) {
        for (Truth part : parts) if (!test(part)) return false;
        return true;
    }

    private boolean anyHolds(List<Truth> parts) {
        for (Truth part : parts) if (test(part)) return true;
        return false;
    }

    private boolean compare(Truth.Compare compare) {
        Object left = values.value(compare.left());
        Object right = left == null ? null : values.value(compare.right());
        return left != null && right != null && compare.comparison().holds(MemoryValues.order(left, right));
    }

    private boolean oneOf(@Nullable Object value, List<Value> options) {
        if (value == null) return false;
        for (Value option : options) {
            Object other = values.value(option);
            if (other != null && MemoryValues.order(value, other) == 0) return true;
        }
        return false;
    }

    private boolean hasPart(Truth.HasPart test) {
        return values.value(test.text()) instanceof String text
                && values.value(test.searched()) instanceof String searched
                && switch (test.part()) {
                    case STARTS -> text.startsWith(searched);
                    case ENDS -> text.endsWith(searched);
                    case CONTAINS -> text.contains(searched);
                };
    }

    private boolean among(@Nullable Object value, Items.Texts list) {
        if (value == null) return false;
        for (Object element : elements(list)) if (value.equals(element)) return true;
        return false;
    }

    private boolean quantified(Truth.Quantified test) {
        return switch (test.quantifier()) {
            case SOME -> count(test.items(), test.condition(), 1) == 1;
            case ONE -> count(test.items(), test.condition(), 2) == 1;
            case ALL -> count(test.items(), new Truth.Not(test.condition()), 1) == 0;
        };
    }

    private boolean term(Truth.Term term) {
        Map<?, ?> about = record(term.path());
        if (about == null) return false;
        bind(term.inner(), about);
        return test(term.rule());
    }

    private List<?> elements(Items items) {
        return switch (items) {
            case Items.Related related -> {
                Map<?, ?> owner = record(related.owner());
                String name = related.many().relation().name();
                yield owner == null ? List.of() : Records.list(owner.get(name));
            }
            case Items.Texts texts -> Records.list(values.value(texts.column()));
        };
    }
}
