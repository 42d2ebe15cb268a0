package doppelpass.kpi.plug;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Facts that KPIs count and add up: one row of {@code facts} per fact, with the time it was recorded and, if a correction
 * superseded it, replaced. {@code subjects} are the records a fact is about, {@code values} what can be added up,
 * {@code dimensions} what can be filtered and grouped by. {@code link} is the record's page with {@code {id}} for the
 * first subject. With {@code onlyDue}, facts later than "now" or "as known at" do not count yet: promises.
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
        boolean onlyDue) {

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
                false);
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

    public Measure by(String dimension, Field<String> field) {
        return with(subjects, values, added(dimensions, dimension, field), spans, states, link, onlyDue);
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
                onlyDue);
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
