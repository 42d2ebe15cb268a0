package doppelpass.rules;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the subject that lacks a field: the checker reports only the field's name and the place. */
final class FieldOwner {
    private final Subjects subjects;
    private final long selection;
    private @Nullable Subject owner;

    FieldOwner(Subjects subjects, long selection) {
        this.subjects = subjects;
        this.selection = selection;
    }

    /** The subject whose member the selection with our id asks for, in the parsed tree of a rule about the main subject. */
    Optional<Subject> in(CelExpr tree, Subject main) {
        walk(tree, Map.of(main.name(), main));
        return Optional.ofNullable(owner);
    }

    private void walk(CelExpr expr, Map<String, Subject> names) {
        switch (expr.getKind()) {
            case SELECT -> {
                if (expr.id() == selection) owner = record(expr.select().operand(), names);
                walk(expr.select().operand(), names);
            }
            case CALL -> {
                expr.call().target().ifPresent(target -> walk(target, names));
                expr.call().args().forEach(arg -> walk(arg, names));
            }
            case LIST -> expr.list().elements().forEach(element -> walk(element, names));
            case COMPREHENSION -> walk(expr.comprehension(), names);
            default -> {}
        }
    }

    private void walk(CelComprehension loop, Map<String, Subject> names) {
        walk(loop.iterRange(), names);
        Map<String, Subject> inside = new HashMap<>(names);
        inside.remove(loop.iterVar());
        Subject element = element(loop.iterRange(), names);
        if (element != null) inside.put(loop.iterVar(), element);
        walk(loop.loopStep(), inside);
    }

    private @Nullable Subject record(CelExpr expr, Map<String, Subject> names) {
        return switch (expr.getKind()) {
            case IDENT -> names.get(expr.ident().name());
            case SELECT -> related(expr, names, false);
            default -> null;
        };
    }

    private @Nullable Subject element(CelExpr list, Map<String, Subject> names) {
        return switch (list.getKind()) {
            case SELECT -> related(list, names, true);
            case COMPREHENSION -> element(list.comprehension().iterRange(), names);
            default -> null;
        };
    }

    private @Nullable Subject related(CelExpr selected, Map<String, Subject> names, boolean many) {
        Subject from = record(selected.select().operand(), names);
        Relation relation =
                from == null ? null : from.relations().get(selected.select().field());
        return relation == null || relation.many() != many ? null : subjects.get(relation.target());
    }
}
