package doppelpass.rules;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import org.jspecify.annotations.Nullable;

/** Reads names: variables, fields, related records and lists. */
final class ListReader {
    private final Reader reader;

    ListReader(Reader reader) {
        this.reader = reader;
    }

    /** What a name may lead to. */
    sealed interface Found {
        record Single(Value.Column column) implements Found {}

        record Many(Items items) implements Found {}

        record Record(Path path) implements Found {}

        record Nothing() implements Found {}
    }

    /** A list to count or search: of related records, of texts, or filtered from one of these. */
    Items items(CelExpr expr, Scope scope) {
        CelExpr written = reader.written(expr);
        if (written.getKind() == CelExpr.ExprKind.Kind.CALL) return derived(expr, written.call(), scope);
        if (member(expr, scope) instanceof Found.Many(Items items)) return items;
        throw reader.refusal(expr, "rules.unsupported_list");
    }

    /** The scope of a macro's condition, where its first argument names the element. */
    Scope inside(CelCall macro, Items items, Scope scope) {
        CelExpr name = macro.args().getFirst();
        if (scope.lists() >= Limits.NESTED_LISTS)
            throw reader.refusal(name, "rules.lists_too_deep", Limits.NESTED_LISTS);
        return scope.inside(name.ident().name(), items.variable());
    }

    Found member(CelExpr expr, Scope scope) {
        return switch (expr.getKind()) {
            case IDENT -> variable(scope.find(expr.ident().name()));
            case SELECT -> selected(expr, scope);
            default -> new Found.Nothing();
        };
    }

    private Items derived(CelExpr expr, CelCall call, Scope scope) {
        if (call.function().equals("map")) throw reader.refusal(expr, "rules.map");
        if (!call.function().equals("filter")) throw reader.refusal(expr, "rules.unsupported_list");
        Items items = items(call.target().orElseThrow(), scope);
        return items.filtered(reader.truths.truth(call.args().get(1), inside(call, items, scope)));
    }

    private static Found variable(@Nullable Variable variable) {
        return variable == null || variable.subject() == null
                ? new Found.Nothing()
                : new Found.Record(Path.of(variable));
    }

    private Found selected(CelExpr expr, Scope scope) {
        if (!(member(expr.select().operand(), scope) instanceof Found.Record(Path path))) return new Found.Nothing();
        Subject subject = path.subject();
        String name = expr.select().field();
        reader.check.reads.add(subject.name() + "." + name);
        SubjectField field = subject.fields().get(name);
        if (field != null) return field(path, field);
        Relation relation = subject.relations().get(name);
        return relation == null ? new Found.Nothing() : related(path, relation);
    }

    private Found field(Path path, SubjectField field) {
        Value.Column column = new Value.Column(path, field);
        return field.type() == FieldType.LIST_OF_STRING
                ? new Found.Many(new Items.Texts(column, reader.check.textVariable(), null))
                : new Found.Single(column);
    }

    private Found related(Path path, Relation relation) {
        Subject target = reader.check.subjects.get(relation.target());
        reader.check.reaches.add(target.name());
        Path.Hop hop = new Path.Hop(relation, target);
        return relation.many()
                ? new Found.Many(new Items.Related(path, hop, reader.check.variable(target), null))
                : new Found.Record(path.then(hop));
    }
}
