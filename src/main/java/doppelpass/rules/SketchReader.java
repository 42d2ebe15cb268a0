package doppelpass.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the tree of a checked rule back into a sketch, wherever a sketch can say the same. */
final class SketchReader {
    private boolean shown = true;

    private SketchReader() {}

    /** Empty if the rule says something the builder has no form for. */
    static Optional<Sketch.Group> sketch(Rule rule) {
        SketchReader reader = new SketchReader();
        Sketch.Group root = reader.group(rule.whole(), rule.root(), 0);
        return reader.shown ? Optional.of(root) : Optional.empty();
    }

    /** The path as in a sketch: without the record it starts from. */
    static String names(Path path) {
        return path.hops().stream().map(hop -> hop.relation().name()).collect(Collectors.joining("."));
    }

    private Sketch.Group group(Truth truth, Variable about, int depth) {
        if (depth > Sketch.DEPTH) shown = false;
        if (!shown) return Sketch.Group.EMPTY;
        return switch (truth) {
            case Truth.And(List<Truth> parts) -> new Sketch.Group(true, all(parts, about, depth));
            case Truth.Or(List<Truth> parts) ->
                new Sketch.Group(
                        false,
                        parts.stream().map(part -> node(part, about, depth)).toList());
            case Truth.Fixed(boolean holds) when holds -> Sketch.Group.EMPTY;
            default -> new Sketch.Group(true, List.of(node(truth, about, depth)));
        };
    }

    /** Two neighbours may be one condition: between, in the next days. */
    private List<Sketch> all(List<Truth> parts, Variable about, int depth) {
        List<Sketch> read = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Optional<Sketch.Condition> pair = i + 1 < parts.size()
                    ? ConditionReader.pair(parts.get(i), parts.get(i + 1), about)
                    : Optional.empty();
            if (pair.isPresent()) i++;
            read.add(pair.isPresent() ? pair.get() : node(parts.get(i), about, depth));
        }
        return read;
    }

    private Sketch node(Truth truth, Variable about, int depth) {
        return switch (truth) {
            case Truth.And and -> nested(and, about, depth);
            case Truth.Or or -> nested(or, about, depth);
            case Truth.Term term -> term(term, about, true);
            case Truth.Not(Truth.Term term) -> term(term, about, false);
            case Truth.Quantified(Truth.Quantifier how, Items.Related items, Truth condition)
            when how == Truth.Quantifier.SOME -> related(items, Sketch.Quantity.SOME, 1, condition, about, depth);
            case Truth.Not(Truth.Quantified(Truth.Quantifier how, Items.Related items, Truth condition))
            when how == Truth.Quantifier.SOME -> related(items, Sketch.Quantity.NONE, 1, condition, about, depth);
            case Truth.Quantified(Truth.Quantifier how, Items.Related items, Truth condition)
            when how == Truth.Quantifier.ALL && items.filter() == null ->
                related(items, Sketch.Quantity.ALL, 1, condition, about, depth);
            case Truth.Compare(Comparison how, Value.Count(Items.Related items), Value.Constant(Kind kind, Long number))
            when how == Comparison.GE && number > 0 ->
                related(items, Sketch.Quantity.AT_LEAST, number, Truth.ALWAYS, about, depth);
            default ->
                ConditionReader.condition(truth, about)
                        .<Sketch>map(read -> read)
                        .orElseGet(this::unshown);
        };
    }

    private Sketch nested(Truth truth, Variable about, int depth) {
        if (truth instanceof Truth.And(List<Truth> parts) && parts.size() == 2) {
            Optional<Sketch.Condition> pair = ConditionReader.pair(parts.get(0), parts.get(1), about);
            if (pair.isPresent()) return pair.get();
        }
        Sketch.Group group = group(truth, about, depth + 1);
        return group.parts().size() == 1 ? group.parts().getFirst() : group;
    }

    private Sketch term(Truth.Term term, Variable about, boolean yes) {
        return term.path().root().slot() == about.slot()
                ? new Sketch.TermIs(names(term.path()), term.name(), yes)
                : unshown();
    }

    private Sketch related(
            Items.Related items, Sketch.Quantity how, long count, Truth condition, Variable about, int depth) {
        if (items.owner().root().slot() != about.slot()) return unshown();
        boolean always = condition instanceof Truth.Fixed(boolean holds) && holds;
        Truth filter = items.filter();
        Truth whole = always && filter != null ? filter : always ? condition : Truth.both(filter, condition);
        Sketch.Group inside = group(whole, items.variable(), depth + 1);
        String owner = names(items.owner());
        String path =
                (owner.isEmpty() ? "" : owner + ".") + items.many().relation().name();
        return new Sketch.Related(path, how, how == Sketch.Quantity.AT_LEAST ? Long.toString(count) : "", inside);
    }

    private Sketch unshown() {
        shown = false;
        return Sketch.Group.EMPTY;
    }
}
