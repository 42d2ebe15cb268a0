package doppelpass.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Writes a condition as SQL that is true exactly where the rule is. Where the rule is false the SQL may be unknown: a WHERE
 * does not mind, indexes stay usable, and negation is pushed down to the leaves, which then turn unknown into true.
 */
final class SqlTruth {
    private final SqlScope scope;
    private final Memory time;
    private final SqlLeaf leaves;
    private final SqlValues values;

    SqlTruth(SqlScope scope, Memory time) {
        this.scope = scope;
        this.time = time;
        this.values = new SqlValues(scope, time);
        this.leaves = new SqlLeaf(values);
    }

    /** The condition for records that meet the truth or, on demand, for those that do not. */
    Condition condition(Truth truth, boolean met) {
        return switch (truth) {
            case Truth.Fixed(boolean holds) -> fixed(holds == met);
            case Truth.Not(Truth inner) -> condition(inner, !met);
            case Truth.And(List<Truth> parts) -> SqlJunction.of(this, parts, met, met);
            case Truth.Or(List<Truth> parts) -> SqlJunction.of(this, parts, met, !met);
            case Truth.Choice choice -> choice(choice, met);
            case Truth.Quantified quantified -> quantified(quantified, met);
            case Truth.Linked(Path path) -> related(path, List.of(), true, met);
            case Truth.Term term when scope.alias(term.path()) != null -> renamed(term, met);
            default -> leaf(truth, met);
        };
    }

    /**
     * The single related record a leaf depends on: without it the leaf is false, so the record can be searched for once,
     * with all conditions that several leaves put on it.
     */
    Optional<Path> related(Truth truth) {
        if (truth instanceof Truth.Term term) return notOpen(term.path());
        if (!truth.leaf() || !truth.values().stream().allMatch(Value::strict)) return Optional.empty();
        List<Path> paths = truth.values().stream()
                .flatMap(value -> Columns.of(value).stream())
                .map(Value.Column::path)
                .filter(path -> notOpen(path).isPresent())
                .distinct()
                .toList();
        return paths.size() == 1 ? Optional.of(paths.getFirst()) : Optional.empty();
    }

    /** There is a record at the path that meets all leaves (or one of them), or there is none. */
    Condition related(Path path, List<Truth> leaves, boolean all, boolean met) {
        SqlScope.Opened opened = scope.open(path);
        SqlTruth inside = new SqlTruth(opened.scope(), time);
        List<Condition> wanted =
                leaves.stream().map(leaf -> inside.condition(leaf, true)).toList();
        return exists(opened, all ? DSL.and(wanted) : DSL.or(wanted), met);
    }

    private Optional<Path> notOpen(Path path) {
        return scope.alias(path) == null ? Optional.of(path) : Optional.empty();
    }

    private Condition leaf(Truth truth, boolean met) {
        Optional<Path> path = related(truth);
        if (path.isPresent()) return SqlJunction.of(this, List.of(truth), met, true);
        if (truth.operands().stream().allMatch(Value::fixed)) return fixed(time.test(truth) == met);
        if (met) return leaves.condition(SqlStored.leaf(truth));
        Condition positive = leaves.condition(truth);
        return neverUnknown(truth) ? positive.not() : DSL.condition("(({0}) is not true)", positive);
    }

    /** A list may have missing elements, so not finding something in it may be unknown to SQL. */
    private static boolean neverUnknown(Truth leaf) {
        if (leaf instanceof Truth.Present) return true;
        return !(leaf instanceof Truth.Among) && leaf.operands().stream().noneMatch(Value::nullable);
    }

    private Condition renamed(Truth.Term term, boolean met) {
        return new SqlTruth(scope.rename(term.path(), term.inner()), time).condition(term.rule(), met);
    }

    private Condition choice(Truth.Choice choice, boolean met) {
        Field<Boolean> either = DSL.when(condition(choice.condition(), true), truth(choice.then(), met))
                .otherwise(truth(choice.otherwise(), met));
        return DSL.condition(either);
    }

    private Field<Boolean> truth(Truth truth, boolean met) {
        return DSL.field(condition(truth, met));
    }

    private Condition quantified(Truth.Quantified test, boolean met) {
        SqlScope.Opened opened = values.open(test.items());
        SqlTruth inside = new SqlTruth(opened.scope(), time);
        List<Condition> wanted = new ArrayList<>();
        Truth filter = test.items().filter();
        if (filter != null) wanted.add(inside.condition(filter, true));
        wanted.add(inside.condition(test.condition(), test.quantifier() != Truth.Quantifier.ALL));
        Condition where = DSL.and(wanted);
        return switch (test.quantifier()) {
            case SOME -> exists(opened, where, met);
            case ALL -> exists(opened, where, !met);
            case ONE -> {
                Field<Integer> count = DSL.field(DSL.selectCount()
                        .from(opened.tables())
                        .where(opened.joins().and(where)));
                yield met ? count.eq(1) : count.ne(1);
            }
        };
    }

    private static Condition exists(SqlScope.Opened opened, Condition where, boolean met) {
        var rows = DSL.selectOne().from(opened.tables()).where(opened.joins().and(where));
        return met ? DSL.exists(rows) : DSL.notExists(rows);
    }

    private static Condition fixed(boolean holds) {
        return holds ? DSL.trueCondition() : DSL.falseCondition();
    }

    /** A condition as a value that is never null. */
    Field<Boolean> verdict(Truth truth) {
        return DSL.field("(({0}) is true)", SQLDataType.BOOLEAN, condition(truth, true));
    }
}
