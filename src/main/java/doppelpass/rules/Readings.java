package doppelpass.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a clause looks at in one record. */
final class Readings {
    private final Memory memory;
    private final Map<String, Reading> byPath = new LinkedHashMap<>();

    Readings(Memory memory) {
        this.memory = memory;
    }

    List<Reading> of(Truth truth) {
        add(truth);
        return new ArrayList<>(byPath.values());
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
                note(path.text(), path.hops().getLast().relation().label(), memory.record(path) != null);
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
                        column.field().label(),
                        memory.value(column));
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
        int matching = memory.count(items, condition, -1);
        switch (items) {
            case Items.Related related -> {
                Relation relation = related.many().relation();
                note(related.owner().text() + "." + relation.name(), relation.label(), matching);
            }
            case Items.Texts texts -> add(texts.column());
        }
    }

    private void addTerm(Truth.Term term) {
        Map<?, ?> about = memory.record(term.path());
        memory.bind(term.inner(), about);
        add(term.rule());
    }

    private void note(String path, Word label, @org.jspecify.annotations.Nullable Object value) {
        byPath.putIfAbsent(path, new Reading(path, label, value));
    }
}
