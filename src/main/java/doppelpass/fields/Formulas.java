package doppelpass.fields;

import doppelpass.rules.Expression;
import doppelpass.rules.Refused;
import doppelpass.rules.Rules;
import doppelpass.rules.Valued;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Formulas: texts of the rule language that give a value. Checked when they are written, read anew at each use. */
@Component
class Formulas {
    private final Rules rules;

    Formulas(Rules rules) {
        this.rules = rules;
    }

    Valued check(String kind, String formula) {
        return rules.value(formula, kind);
    }

    /** Its value in SQL; missing where it no longer can be read. */
    Field<?> sql(CustomField field, Table<?> alias) {
        return expression(field)
                .<Field<?>>map(expression -> expression.sql(alias))
                .orElseGet(() -> DSL.castNull(SQLDataType.CLOB));
    }

    /** What the values of an expression look like. */
    static ValueType result(Expression expression) {
        return switch (expression.type()) {
            case DECIMAL, INT -> ValueType.NUMBER;
            case BOOL -> ValueType.FLAG;
            case DATE -> ValueType.DATE;
            default -> ValueType.TEXT;
        };
    }

    Optional<Expression> expression(CustomField field) {
        return switch (check(field.kind(), field.formula())) {
            case Expression expression -> Optional.of(expression);
            case Refused refused -> Optional.empty();
        };
    }

    /** The names of formulas that need each other in a ring beginning with this one; empty where there is none. */
    static List<CustomField> ring(
            CustomField begin, Map<String, CustomField> formulas, Map<String, Set<String>> reads) {
        return ring(begin, begin, formulas, reads, new LinkedHashMap<>());
    }

    private static List<CustomField> ring(
            CustomField begin,
            CustomField at,
            Map<String, CustomField> formulas,
            Map<String, Set<String>> reads,
            Map<String, CustomField> path) {
        path.put(id(at), at);
        for (String member : reads.getOrDefault(id(at), Set.of())) {
            CustomField next = formulas.get(member);
            if (next == null) continue;
            if (id(next).equals(id(begin))) return new ArrayList<>(path.values());
            if (path.containsKey(member)) continue;
            List<CustomField> found = ring(begin, next, formulas, reads, path);
            if (!found.isEmpty()) return found;
        }
        path.remove(id(at));
        return List.of();
    }

    /** As rules say it: {@code deal.x_margin}. */
    static String id(CustomField field) {
        return field.kind() + "." + field.name();
    }
}
