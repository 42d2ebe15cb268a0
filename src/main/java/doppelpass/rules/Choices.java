package doppelpass.rules;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;

/** Warns of a text that a field with fixed choices never holds; lists may change, so it is no refusal. */
record Choices(Reader reader) {

    void warn(Value left, Value right, List<CelExpr> places) {
        if (reader.check.insideTerm()) return;
        warnOf(left, right, places.get(1));
        warnOf(right, left, places.get(0));
    }

    private void warnOf(Value field, Value constant, CelExpr place) {
        if (!(field instanceof Value.Column(Path path, SubjectField column))) return;
        if (!(constant instanceof Value.Constant(Kind kind, String text))) return;
        if (column.choices().isEmpty() || column.choices().contains(text)) return;
        Optional<String> meant = Nearest.to(text, column.choices());
        reader.check.warnings.add(
                reader.suggest(reader.offset(place), meant.orElse(null), "rules.unknown_choice", text, column.label()));
    }
}
