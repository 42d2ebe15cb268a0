package doppelpass.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Writes AND and OR. Parts about the same related record share one EXISTS, which the database can then answer by one
 * join instead of many look-ups.
 */
final class SqlJunction {
    private final SqlTruth sql;
    private final boolean conjunction;
    private final List<Condition> conditions = new ArrayList<>();
    private final Map<Group, List<Truth>> groups = new LinkedHashMap<>();

    /** Leaves about one related record, all asserted or all denied. */
    private record Group(Path path, boolean met) {}

    private SqlJunction(SqlTruth sql, boolean conjunction) {
        this.sql = sql;
        this.conjunction = conjunction;
    }

    /** All parts (or, if no conjunction, one of them) are met or, on demand, not met. */
    static Condition of(SqlTruth sql, List<Truth> parts, boolean met, boolean conjunction) {
        SqlJunction junction = new SqlJunction(sql, conjunction);
        parts.forEach(part -> junction.add(part, met));
        junction.groups.forEach(junction::add);
        return conjunction ? DSL.and(junction.conditions) : DSL.or(junction.conditions);
    }

    private void add(Truth part, boolean met) {
        if (part instanceof Truth.Not(Truth inner)) {
            add(inner, !met);
            return;
        }
        Optional<Path> related = sql.related(part);
        if (related.isEmpty()) conditions.add(sql.condition(part, met));
        else
            groups.computeIfAbsent(new Group(related.get(), met), group -> new ArrayList<>())
                    .add(part);
    }

    /** In a conjunction: one record meets all that is asserted; no record meets any that is denied. */
    private void add(Group group, List<Truth> leaves) {
        boolean all = conjunction == group.met();
        conditions.add(sql.related(group.path(), leaves, all, group.met()));
    }
}
