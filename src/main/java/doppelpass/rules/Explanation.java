package doppelpass.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Explains one record by one query: select these columns where the record is, and read the row. What a rule looks at in
 * other records is so looked up where it lies, at the same moment as the record.
 */
public final class Explanation {
    private final List<Clause> clauses;
    private final List<List<Reading>> readings = new ArrayList<>();
    private final List<SelectField<?>> columns = new ArrayList<>();

    Explanation(List<Clause> clauses, Table<?> alias, Instant now) {
        this.clauses = clauses;
        for (Clause clause : clauses) {
            List<Reading> seen = clause.readings(alias, now);
            readings.add(seen);
            add(DSL.field("(({0}) is true)", SQLDataType.BOOLEAN, clause.condition(alias, now)));
            for (Reading reading : seen) add((Field<?>) Objects.requireNonNull(reading.value()));
        }
    }

    public List<SelectField<?>> columns() {
        return List.copyOf(columns);
    }

    /** From a row of these columns, in this order. */
    public List<Finding> findings(Record row) {
        List<Finding> findings = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < clauses.size(); i++) {
            boolean met = row.get(at++, Boolean.class);
            List<Reading> values = new ArrayList<>();
            for (Reading reading : readings.get(i))
                values.add(new Reading(reading.path(), reading.field(), reading.label(), row.get(at++)));
            findings.add(new Finding(clauses.get(i), met, values));
        }
        return findings;
    }

    private void add(Field<?> column) {
        columns.add(column.as("c" + columns.size()));
    }
}
