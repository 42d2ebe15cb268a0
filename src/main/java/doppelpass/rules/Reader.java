package doppelpass.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelUnparserFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the checked CEL tree of one text into our own tree; gathers problems instead of stopping at the first. */
final class Reader {
    final Check check;
    final TruthReader truths = new TruthReader(this);
    final ValueReader values = new ValueReader(this);
    final ListReader lists = new ListReader(this);

    private final CelAbstractSyntaxTree ast;
    private final Place place;
    private final Variable main;
    private final List<Problem> problems = new ArrayList<>();

    Reader(Check check, CelAbstractSyntaxTree ast, Place place, Variable main) {
        this.check = check;
        this.ast = ast;
        this.place = place;
        this.main = main;
    }

    /** The record the whole rule is about. */
    Variable main() {
        return main;
    }

    Check.Draft read() {
        Scope scope = Scope.of(Objects.requireNonNull(main.subject()).name(), main);
        CelType type = ast.getResultType();
        if (!type.equals(SimpleType.BOOL)) return failed(problem(0, "rules.not_a_condition"));
        List<Body.Part> parts = new ArrayList<>();
        try {
            for (CelExpr part : operands(ast.getExpr(), "_&&_"))
                parts.add(new Body.Part(text(part), truths.truth(part, scope)));
        } catch (Refusal fatal) {
            note(fatal);
        }
        return problems.isEmpty() ? new Check.Draft(parts, List.of()) : new Check.Draft(List.of(), problems);
    }

    /** The text as one value; empty if it has none, and then the problems say why. */
    Optional<Value> readValue(List<Problem> found) {
        Scope scope = Scope.of(Objects.requireNonNull(main.subject()).name(), main);
        Value value = null;
        try {
            value = values.value(ast.getExpr(), scope);
        } catch (Refusal refusal) {
            note(refusal);
        }
        found.addAll(problems);
        return problems.isEmpty() ? Optional.ofNullable(value) : Optional.empty();
    }

    /** The expression as it was written: macros as calls, not as the loops they expand into. */
    CelExpr written(CelExpr expr) {
        return ast.getSource().getMacroCalls().getOrDefault(expr.id(), expr);
    }

    boolean isBool(CelExpr expr) {
        return ast.getType(expr.id()).filter(SimpleType.BOOL::equals).isPresent();
    }

    boolean isText(CelExpr expr) {
        return ast.getType(expr.id()).filter(SimpleType.STRING::equals).isPresent();
    }

    /** All operands of a chain of the same operator, in order. */
    List<CelExpr> operands(CelExpr expr, String operator) {
        List<CelExpr> operands = new ArrayList<>();
        addOperands(expr, operator, operands);
        return operands;
    }

    /** Notes a problem; throws on if reading further makes no sense. */
    void note(Refusal refusal) {
        if (problems.size() < Limits.PROBLEMS) problems.add(refusal.problem());
    }

    Refusal refusal(CelExpr at, String key, Object... args) {
        return refusal(offset(at), key, args);
    }

    Refusal refusal(int offset, String key, Object... args) {
        return new Refusal(problem(offset, key, args), false);
    }

    Problem problem(int offset, String key, Object... args) {
        return place.problem(offset, null, key, args);
    }

    Problem suggest(int offset, @Nullable String suggestion, String key, Object... args) {
        return place.problem(offset, suggestion, key, args);
    }

    /** Where an expression stands: its operator, or the name of its field or function. */
    int offset(CelExpr expr) {
        Integer codePoints = ast.getSource().getPositionsMap().get(expr.id());
        int offset = codePoints == null ? 0 : place.offset(codePoints);
        CelExpr written = written(expr);
        if (written.getKind() == CelExpr.ExprKind.Kind.SELECT)
            return place.of(written.select().field(), offset);
        boolean call = written.getKind() == CelExpr.ExprKind.Kind.CALL && place.startsAt(offset, "(");
        return call ? place.before(written.call().function(), offset) : offset;
    }

    /** One step down the tree, within the limits. */
    Scope step(CelExpr expr, Scope scope) {
        if (!check.count()) throw new Refusal(problem(offset(expr), "rules.too_big", Limits.NODES), true);
        if (scope.depth() >= Limits.DEPTH)
            throw new Refusal(problem(offset(expr), "rules.too_deep", Limits.DEPTH), true);
        return scope.deeper();
    }

    private void addOperands(CelExpr expr, String operator, List<CelExpr> operands) {
        CelExpr written = written(expr);
        if (written.getKind() == CelExpr.ExprKind.Kind.CALL
                && written.call().function().equals(operator))
            written.call().args().forEach(operand -> addOperands(operand, operator, operands));
        else operands.add(expr);
    }

    private String text(CelExpr part) {
        return CelUnparserFactory.newUnparser().unparse(CelAbstractSyntaxTree.newParsedAst(part, ast.getSource()));
    }

    private static Check.Draft failed(Problem problem) {
        return new Check.Draft(List.of(), List.of(problem));
    }
}
