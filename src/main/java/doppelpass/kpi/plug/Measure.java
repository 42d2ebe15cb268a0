package doppelpass.kpi.plug;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Facts that KPIs count and add up: one row of {@code facts} per fact, with the time it was recorded and, if a correction
 * superseded it, replaced. {@code subjects} are the records a fact is about, {@code values} what can be added up,
 * {@code dimensions} what can be filtered and grouped by. {@code link} is the record's page with {@code {id}} for the
 * first subject. With {@code onlyDue}, facts later than "now" or "as known at" do not count yet: promises. {@code reads}
 * are the watched sources (see {@code kpi.watch}) that the facts come from, {@code dimensionReads} those that only matter to
 * a dimension; figures of a measure that names none are worked out anew each time.
 */
public record Measure(
        String key,
        Table<?> facts,
        Timing timing,
        Field<Long> id,
        Field<Instant> recorded,
        @Nullable Field<Instant> replaced,
        Field<String> title,
        Map<String, Field<Long>> subjects,
        Map<String, Field<? extends Number>> values,
        Map<String, Field<String>> dimensions,
        Map<String, Span> spans,
        @Nullable States states,
        @Nullable String link,
        boolean onlyDue,
        Set<String> reads,
        Map<String, Set<String>> dimensionReads) {

    /** Business time between two instants on the calendar of a team; no end means still running. */
    public record Span(Field<Instant> from, Field<Instant> to, Field<Long> team) {}

    /** A subject's state after the fact (null leaves it as it is); a closing state ends the subject for good. */
    public record States(Field<String> state, Set<String> closing) {}

    public static Measure of(String key, Table<?> facts, Timing timing) {
        return new Measure(
                key,
                facts,
                timing,
                column(facts, "id", Long.class),
                column(facts, "recorded_at", Instant.class),
                facts.field("replaced_at", Instant.class),
                column(facts, "title", String.class),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                null,
                false,
                Set.of(),
                Map.of());
    }

    public static Measure at(String key, Table<?> facts) {
        return of(key, facts, new Timing.At(column(facts, "occurred_at", Instant.class)));
    }

    public Measure about(String subject, Field<Long> field) {
        return with(added(subjects, subject, field), values, dimensions, spans, states, link, onlyDue);
    }

    public Measure value(String name, Field<? extends Number> field) {
        return with(subjects, added(values, name, field), dimensions, spans, states, link, onlyDue);
    }

    /** {@code sources} are read for this dimension beyond what all facts are read from. */
    public Measure by(String dimension, Field<String> field, String... sources) {
        Measure cut = with(subjects, values, added(dimensions, dimension, field), spans, states, link, onlyDue);
        return cut.reading(reads, added(dimensionReads, dimension, Set.of(sources)));
    }

    /** The watched sources that facts and their moments are read from. */
    public Measure reads(String... sources) {
        return reading(Set.of(sources), dimensionReads);
    }

    public Measure span(String name, Span span) {
        return with(subjects, values, dimensions, added(spans, name, span), states, link, onlyDue);
    }

    public Measure states(Field<String> state, String... closing) {
        States states = new States(state, Set.of(closing));
        return with(subjects, values, dimensions, spans, states, link, onlyDue);
    }

    public Measure link(String pattern) {
        return with(subjects, values, dimensions, spans, states, pattern, onlyDue);
    }

    public Measure whenDue() {
        return with(subjects, values, dimensions, spans, states, link, true);
    }

    /** The record a fact's line leads to: the first subject, or the fact itself if it is about nothing. */
    public Field<Long> linked() {
        return subjects.isEmpty() ? id : subjects.values().iterator().next();
    }

    /** The same facts from another table with the same columns. */
    public Measure from(Table<?> table) {
        Timing moved = switch (timing) {
            case Timing.At at -> new Timing.At(column(table, at.instant()));
            case Timing.On on -> new Timing.On(column(table, on.day()));
            case Timing.Over over -> new Timing.Over(column(table, over.first()), column(table, over.last()));
        };
        return new Measure(
                key,
                table,
                moved,
                column(table, id),
                column(table, recorded),
                replaced == null ? null : column(table, replaced),
                column(table, title),
                each(subjects, field -> column(table, field)),
                each(values, field -> column(table, field)),
                each(dimensions, field -> column(table, field)),
                each(
                        spans,
                        span -> new Span(
                                column(table, span.from()), column(table, span.to()), column(table, span.team()))),
                states == null ? null : new States(column(table, states.state()), states.closing()),
                link,
                onlyDue,
                Set.of(),
                Map.of());
    }

    private static <V> Map<String, V> each(Map<String, V> map, UnaryOperator<V> change) {
        Map<String, V> changed = new LinkedHashMap<>();
        map.forEach((name, value) -> changed.put(name, change.apply(value)));
        return changed;
    }

    private static <V> Field<V> column(Table<?> table, Field<V> like) {
        return Objects.requireNonNull(table.field(like), () -> table + " has no column " + like);
    }

    private Measure with(
            Map<String, Field<Long>> subjects,
            Map<String, Field<? extends Number>> values,
            Map<String, Field<String>> dimensions,
            Map<String, Span> spans,
            @Nullable States states,
            @Nullable String link,
            boolean onlyDue) {
        return new Measure(
                key,
                facts,
                timing,
                id,
                recorded,
                replaced,
                title,
                subjects,
                values,
                dimensions,
                spans,
                states,
                link,
                onlyDue,
                reads,
                dimensionReads);
    }

    private Measure reading(Set<String> sources, Map<String, Set<String>> cuts) {
        return new Measure(
                key,
                facts,
                timing,
                id,
                recorded,
                replaced,
                title,
                subjects,
                values,
                dimensions,
                spans,
                states,
                link,
                onlyDue,
                sources,
                cuts);
    }

    private static <V> Map<String, V> added(Map<String, V> map, String name, V value) {
        Map<String, V> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return java.util.Collections.unmodifiableMap(more);
    }

    private static <V> Field<V> column(Table<?> facts, String name, Class<V> type) {
        Field<V> field = facts.field(name, type);
        if (field == null) {
            throw new IllegalArgumentException(facts + " has no column " + name);
        }
        return field;
    }
}
