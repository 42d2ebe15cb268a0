package doppelpass.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a clause looks at in one record: the values in memory, or the columns that hold them in the database. */
final class Readings {
    private final Eyes eyes;
    private final Map<String, Reading> byPath;

    private Readings(Eyes eyes, Map<String, Reading> byPath) {
        this.eyes = eyes;
        this.byPath = byPath;
    }

    /** How values are seen. */
    interface Eyes {
        @Nullable
        Object see(Value value);

        /** Those that see the record of a term under its inner variable. */
        Eyes inside(Truth.Term term);
    }

    static List<Reading> of(Truth truth, Eyes eyes) {
        Readings readings = new Readings(eyes, new LinkedHashMap<>());
        readings.add(truth);
        return new ArrayList<>(readings.byPath.values());
    }

    private void add(Truth truth) {
        switch (truth) {
            case Truth.And(List<Truth> parts) -> parts.forEach(this::add);
            case Truth.Or(List<Truth> parts) -> parts.forEach(this::add);
            case Truth.Not(Truth inner) -> add(inner);
            case Truth.Choice(Truth condition, Truth then, Truth otherwise) -> {
                add(condition);
                add(then);
                add(otherwise);
            }
            case Truth.Quantified test -> add(test.items(), test.condition());
            case Truth.Term term -> addTerm(term);
            case Truth.Linked(Path path) ->
                note(path.text(), "", path.hops().getLast().relation().label(), eyes.see(new Value.Verdict(truth)));
            case Truth.Fixed fixed -> {}
            case Truth.Compare leaf -> addOperands(leaf);
            case Truth.OneOf leaf -> addOperands(leaf);
            case Truth.Flag leaf -> addOperands(leaf);
            case Truth.HasPart leaf -> addOperands(leaf);
            case Truth.Matches leaf -> addOperands(leaf);
            case Truth.Present leaf -> addOperands(leaf);
            case Truth.Among leaf -> addOperands(leaf);
        }
    }

    private void addOperands(Truth leaf) {
        leaf.operands().forEach(this::add);
    }

    private void add(Value value) {
        switch (value) {
            case Value.Column column ->
                note(
                        column.path().text() + "." + column.field().name(),
                        column.path().subject().name() + "." + column.field().name(),
                        column.field().label(),
                        eyes.see(column));
            case Value.Count(Items items) -> add(items, Truth.ALWAYS);
            case Value.Verdict(Truth truth) -> add(truth);
            case Value.Either either -> {
                add(either.condition());
                either.parts().forEach(this::add);
            }
            default -> value.parts().forEach(this::add);
        }
    }

    private void add(Items items, Truth condition) {
        switch (items) {
            case Items.Related related -> {
                Relation relation = related.many().relation();
                Value matching = new Value.Count(items.filtered(condition));
                note(related.owner().text() + "." + relation.name(), "", relation.label(), eyes.see(matching));
            }
            case Items.Texts texts -> add(texts.column());
        }
    }

    private void addTerm(Truth.Term term) {
        Readings inner = new Readings(eyes.inside(term), byPath);
        inner.add(term.rule());
    }

    private void note(String path, String field, Word label, @Nullable Object value) {
        byPath.putIfAbsent(path, new Reading(path, field, label, value));
    }
}
