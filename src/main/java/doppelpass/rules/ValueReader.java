package doppelpass.rules;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.math.BigDecimal;
import java.util.List;

/** Reads what has a value. */
final class ValueReader {
    private final Reader reader;
    private final TimeReader times;

    ValueReader(Reader reader) {
        this.reader = reader;
        this.times = new TimeReader(reader);
    }

    Value value(CelExpr expr, Scope scope) {
        CelExpr written = reader.written(expr);
        Scope inner = reader.step(expr, scope);
        return switch (written.getKind()) {
            case CONSTANT -> constant(expr, written.constant());
            case IDENT -> variable(expr, written.ident().name(), inner);
            case SELECT -> member(expr, inner);
            case CALL -> call(expr, written.call(), inner);
            default -> throw reader.refusal(expr, "rules.unsupported");
        };
    }

    /** A text that is written out, not computed. */
    String text(CelExpr expr) {
        if (expr.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || expr.constant().getKind() != CelConstant.Kind.STRING_VALUE)
            throw reader.refusal(expr, "rules.fixed_only");
        return clean(expr, expr.constant().stringValue());
    }

    private Value constant(CelExpr expr, CelConstant constant) {
        return switch (constant.getKind()) {
            case INT64_VALUE -> new Value.Constant(Kind.INT, constant.int64Value());
            case DOUBLE_VALUE -> new Value.Constant(Kind.DECIMAL, decimal(expr, constant.doubleValue()));
            case STRING_VALUE -> new Value.Constant(Kind.STRING, clean(expr, constant.stringValue()));
            case BOOLEAN_VALUE -> new Value.Constant(Kind.BOOL, constant.booleanValue());
            case NULL_VALUE -> throw reader.refusal(expr, "rules.null_comparison");
            default -> throw reader.refusal(expr, "rules.unsupported");
        };
    }

    private BigDecimal decimal(CelExpr expr, double number) {
        if (!Double.isFinite(number)) throw reader.refusal(expr, "rules.number_range");
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        if (exact.scale() > 18 || exact.precision() - exact.scale() > 18)
            throw reader.refusal(expr, "rules.number_range");
        return exact;
    }

    /** PostgreSQL stores neither NUL nor half characters. */
    private String clean(CelExpr expr, String text) {
        boolean broken = text.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
        if (broken) throw reader.refusal(expr, "rules.bad_character");
        return text;
    }

    private Value variable(CelExpr expr, String name, Scope scope) {
        Variable variable = scope.find(name);
        if (variable == null) return times.named(expr, name);
        if (variable.subject() == null) return new Value.Element(variable);
        throw reader.refusal(expr, "rules.record_as_value", variable.subject().label());
    }

    private Value member(CelExpr expr, Scope scope) {
        return switch (reader.lists.member(expr, scope)) {
            case ListReader.Found.Single(Value.Column column) -> column;
            case ListReader.Found.Many(Items items) -> throw reader.refusal(expr, "rules.list_as_value");
            case ListReader.Found.Record(Path path) ->
                throw reader.refusal(
                        expr, "rules.record_as_value", path.subject().label());
            case ListReader.Found.Nothing() -> throw reader.refusal(expr, "rules.unsupported");
        };
    }

    private Value call(CelExpr expr, CelCall call, Scope scope) {
        if (reader.isBool(expr)) return new Value.Verdict(reader.truths.truth(expr, scope));
        List<CelExpr> args = call.args();
        return switch (call.function()) {
            case "_?_:_" ->
                new Value.Either(
                        reader.truths.truth(args.get(0), scope), value(args.get(1), scope), value(args.get(2), scope));
            case "_+_", "_-_" -> sum(expr, call, scope);
            case "_*_" -> binary(Value.Operator.TIMES, args, scope);
            case "_/_" -> binary(Value.Operator.DIVIDE, args, scope);
            case "_%_" -> binary(Value.Operator.MODULO, args, scope);
            case "-_" ->
                new Value.Binary(Value.Operator.MINUS, new Value.Constant(Kind.INT, 0L), value(args.getFirst(), scope));
            case "size" -> size(call.target().orElseGet(args::getFirst), scope);
            case "lowerAscii" ->
                new Value.Transformed(Value.Transform.LOWER, value(call.target().orElseThrow(), scope));
            case "days", "hours", "duration", "timestamp", "date" -> times.call(expr, call, scope);
            case "map" -> throw reader.refusal(expr, "rules.map");
            case "filter" -> throw reader.refusal(expr, "rules.list_as_value");
            case "_[_]" -> throw reader.refusal(expr, "rules.index");
            default -> throw reader.refusal(expr, "rules.unsupported_function", call.function());
        };
    }

    private Value sum(CelExpr expr, CelCall call, Scope scope) {
        boolean plus = call.function().equals("_+_");
        Value left = value(call.args().get(0), scope);
        Value right = value(call.args().get(1), scope);
        if (left.kind().numeric() && right.kind().numeric())
            return new Value.Binary(plus ? Value.Operator.PLUS : Value.Operator.MINUS, left, right);
        if (left.kind() == Kind.STRING && plus) return new Value.Binary(Value.Operator.JOIN, left, right);
        return times.sum(expr, plus, left, right);
    }

    private Value binary(Value.Operator operator, List<CelExpr> args, Scope scope) {
        return new Value.Binary(operator, value(args.get(0), scope), value(args.get(1), scope));
    }

    private Value size(CelExpr measured, Scope scope) {
        boolean text = reader.isText(measured);
        return text
                ? new Value.Transformed(Value.Transform.LENGTH, value(measured, scope))
                : new Value.Count(reader.lists.items(measured, scope));
    }
}
