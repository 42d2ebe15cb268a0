package doppelpass.rules;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.ArrayList;
import java.util.List;

/** Reads conditions. */
final class TruthReader {
    private final Reader reader;

    TruthReader(Reader reader) {
        this.reader = reader;
    }

    /** The condition at an expression; a part that cannot be read is noted and counts as true for the time being. */
    Truth truth(CelExpr expr, Scope scope) {
        try {
            return read(expr, reader.written(expr), reader.step(expr, scope));
        } catch (Refusal refusal) {
            if (refusal.fatal()) throw refusal;
            reader.note(refusal);
            return Truth.ALWAYS;
        }
    }

    private Truth read(CelExpr expr, CelExpr written, Scope scope) {
        return switch (written.getKind()) {
            case CONSTANT -> constant(expr, written);
            case IDENT, SELECT -> new Truth.Flag(reader.values.value(expr, scope));
            case CALL -> call(expr, written.call(), scope);
            default -> throw reader.refusal(expr, "rules.unsupported");
        };
    }

    private Truth constant(CelExpr expr, CelExpr written) {
        CelConstant constant = written.constant();
        if (constant.getKind() != CelConstant.Kind.BOOLEAN_VALUE) throw reader.refusal(expr, "rules.unsupported");
        return new Truth.Fixed(constant.booleanValue());
    }

    private Truth call(CelExpr expr, CelCall call, Scope scope) {
        List<CelExpr> args = call.args();
        return switch (call.function()) {
            case "_&&_" -> new Truth.And(all(reader.operands(expr, "_&&_"), scope));
            case "_||_" -> new Truth.Or(all(reader.operands(expr, "_||_"), scope));
            case "!_" -> new Truth.Not(truth(args.getFirst(), scope));
            case "_?_:_" ->
                new Truth.Choice(truth(args.get(0), scope), truth(args.get(1), scope), truth(args.get(2), scope));
            case "_==_" -> compare(expr, Comparison.EQ, args, scope);
            case "_!=_" -> compare(expr, Comparison.NE, args, scope);
            case "_<_" -> compare(expr, Comparison.LT, args, scope);
            case "_<=_" -> compare(expr, Comparison.LE, args, scope);
            case "_>_" -> compare(expr, Comparison.GT, args, scope);
            case "_>=_" -> compare(expr, Comparison.GE, args, scope);
            case "@in" -> in(expr, args, scope);
            case "startsWith" -> part(Truth.Part.STARTS, call, scope);
            case "endsWith" -> part(Truth.Part.ENDS, call, scope);
            case "contains" -> part(Truth.Part.CONTAINS, call, scope);
            case "matches" -> matches(call, scope);
            case "has" -> has(expr, args.getFirst(), scope);
            case "exists" -> quantified(Truth.Quantifier.SOME, call, scope);
            case "all" -> quantified(Truth.Quantifier.ALL, call, scope);
            case "exists_one", "existsOne" -> quantified(Truth.Quantifier.ONE, call, scope);
            case "is" -> term(expr, call.target().orElseThrow(), args.getFirst(), scope);
            case "term" -> mainTerm(args.getFirst());
            default -> throw reader.refusal(expr, "rules.unsupported_function", call.function());
        };
    }

    private List<Truth> all(List<CelExpr> parts, Scope scope) {
        return parts.stream().map(part -> truth(part, scope)).toList();
    }

    private Truth compare(CelExpr expr, Comparison comparison, List<CelExpr> sides, Scope scope) {
        Value left = reader.values.value(sides.get(0), scope);
        Value right = reader.values.value(sides.get(1), scope);
        if (!left.kind().comparableWith(right.kind())) throw reader.refusal(expr, "rules.unsupported");
        if (!comparison.ordering()) new Choices(reader).warn(left, right, sides);
        return Simplified.compare(comparison, left, right);
    }

    private Truth in(CelExpr expr, List<CelExpr> sides, Scope scope) {
        Value value = reader.values.value(sides.get(0), scope);
        CelExpr list = reader.written(sides.get(1));
        if (list.getKind() != CelExpr.ExprKind.Kind.LIST) return among(expr, value, sides.get(1), scope);
        List<CelExpr> elements = list.list().elements();
        if (elements.size() > Limits.LIST_ELEMENTS)
            throw reader.refusal(sides.get(1), "rules.list_too_long", Limits.LIST_ELEMENTS);
        List<Value> options = new ArrayList<>();
        for (CelExpr element : elements) {
            Value option = reader.values.value(element, scope);
            if (!option.kind().comparableWith(value.kind())) throw reader.refusal(element, "rules.mixed_list");
            options.add(option);
            new Choices(reader).warn(value, option, List.of(sides.get(0), element));
        }
        return new Truth.OneOf(value, options);
    }

    private Truth among(CelExpr expr, Value value, CelExpr list, Scope scope) {
        Items items = reader.lists.items(list, scope);
        if (!(items instanceof Items.Texts texts)) throw reader.refusal(expr, "rules.unsupported");
        if (texts.filter() == null) return new Truth.Among(value, texts);
        Value element = new Value.Element(texts.variable());
        return new Truth.Quantified(Truth.Quantifier.SOME, texts, new Truth.Compare(Comparison.EQ, element, value));
    }

    private Truth part(Truth.Part part, CelCall call, Scope scope) {
        return new Truth.HasPart(
                part,
                reader.values.value(call.target().orElseThrow(), scope),
                reader.values.value(call.args().getFirst(), scope));
    }

    private Truth matches(CelCall call, Scope scope) {
        List<CelExpr> args = new ArrayList<>(call.target().stream().toList());
        args.addAll(call.args());
        String pattern = reader.values.text(args.get(1));
        Value text = reader.values.value(args.get(0), scope);
        return new Truth.Matches(
                text,
                TextPattern.read(pattern)
                        .orElseThrow(() -> reader.refusal(args.get(1), "rules.pattern", Limits.PATTERN_CHARS)));
    }

    private Truth has(CelExpr expr, CelExpr selection, Scope scope) {
        return switch (reader.lists.member(selection, scope)) {
            case ListReader.Found.Single(Value.Column column) -> new Truth.Present(column);
            case ListReader.Found.Many(Items items) -> new Truth.Quantified(Truth.Quantifier.SOME, items, Truth.ALWAYS);
            case ListReader.Found.Record(Path path) -> new Truth.Linked(path);
            case ListReader.Found.Nothing() -> throw reader.refusal(expr, "rules.unsupported");
        };
    }

    private Truth quantified(Truth.Quantifier quantifier, CelCall call, Scope scope) {
        Items items = reader.lists.items(call.target().orElseThrow(), scope);
        Scope inside = reader.lists.inside(call, items, scope);
        return new Truth.Quantified(quantifier, items, truth(call.args().get(1), inside));
    }

    private Truth term(CelExpr expr, CelExpr target, CelExpr name, Scope scope) {
        if (!(reader.lists.member(target, scope) instanceof ListReader.Found.Record(Path path)))
            throw reader.refusal(expr, "rules.unsupported");
        return reader.check.term(reader.values.text(name), path, reader, reader.offset(name));
    }

    private Truth mainTerm(CelExpr name) {
        return reader.check.term(reader.values.text(name), Path.of(reader.main()), reader, reader.offset(name));
    }
}
