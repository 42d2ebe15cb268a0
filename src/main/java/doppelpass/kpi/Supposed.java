package doppelpass.kpi;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import doppelpass.kpi.plug.Measure;
import doppelpass.kpi.plug.TermFacts.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Measures as if some facts had not happened and others had. The facts of the {@code made} kind are left out for the
 * {@code lost} and {@code shifted} subjects, the {@code answers} to them for the lost, and a fact is made for each subject
 * and moment of {@code added}.
 */
record Supposed(
        String subject,
        Kind made,
        List<Kind> answers,
        Collection<Long> lost,
        Collection<Long> shifted,
        Map<Long, Instant> added) {
    private static final Field<Long> NEW_SUBJECT = field(name("supposed", "subject"), SQLDataType.BIGINT);
    private static final Field<Instant> NEW_MOMENT = field(name("supposed", "moment"), SQLDataType.INSTANT);

    /** By key, in place of the measures that really happened. */
    Map<String, Measure> measures(MeasureList real) {
        Map<String, Measure> measures = new HashMap<>();
        Stream.concat(Stream.of(made), answers.stream())
                .map(Kind::measure)
                .distinct()
                .map(real::get)
                .forEach(measure -> measures.put(measure.key(), supposed(measure)));
        return measures;
    }

    private Measure supposed(Measure measure) {
        Select<Record> happened = select(measure.facts().fields())
                .from(measure.facts())
                .where(not(coalesce(field(left(measure)), inline(false))));
        boolean more = made.measure().equals(measure.key()) && !added.isEmpty();
        return measure.from((more ? happened.unionAll(put(measure)) : happened).asTable("supposed_facts"));
    }

    private Condition left(Measure measure) {
        Condition left = Stream.concat(Stream.of(made), answers.stream())
                .filter(kind -> kind.measure().equals(measure.key()))
                .map(kind -> of(kind, measure).and(oneOf(measure, lost)))
                .reduce(DSL.falseCondition(), Condition::or);
        return made.measure().equals(measure.key()) ? left.or(of(made, measure).and(oneOf(measure, shifted))) : left;
    }

    private Condition oneOf(Measure measure, Collection<Long> subjects) {
        return FactSource.subject(measure, subject).eq(DSL.any(val(subjects.toArray(Long[]::new), Long[].class)));
    }

    static Condition of(Kind kind, Measure measure) {
        String dimension = kind.dimension();
        return dimension == null
                ? DSL.trueCondition()
                : Objects.requireNonNull(measure.dimensions().get(dimension)).eq(kind.value());
    }

    private Select<Record> put(Measure measure) {
        Long[] subjects = added.keySet().toArray(Long[]::new);
        Long[] moments = added.values().stream().map(Instant::toEpochMilli).toArray(Long[]::new);
        Table<?> rows = table(
                "(select s as subject, timestamptz 'epoch' + m * interval '1 millisecond' as moment from unnest({0}, {1}) u (s, m))",
                val(subjects, Long[].class), val(moments, Long[].class));
        List<SelectField<?>> columns = Stream.of(measure.facts().fields())
                .<SelectField<?>>map(column -> value(column, measure).as(column))
                .toList();
        return select(columns).from(rows.as("supposed"));
    }

    /** Known from the first moment on, under an id no real fact has. */
    private Field<?> value(Field<?> column, Measure measure) {
        if (same(column, measure.id())) return NEW_SUBJECT.neg();
        if (same(column, FactSource.subject(measure, subject))) return NEW_SUBJECT;
        if (same(column, FactSource.instant(measure)) || same(column, measure.recorded())) return NEW_MOMENT;
        String dimension = made.dimension();
        return dimension != null
                        && same(
                                column,
                                Objects.requireNonNull(measure.dimensions().get(dimension)))
                ? inline(made.value())
                : DSL.castNull(column);
    }

    private static boolean same(Field<?> column, Field<?> other) {
        return column.getName().equals(other.getName());
    }
}
