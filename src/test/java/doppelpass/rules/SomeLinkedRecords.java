package doppelpass.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Table;

/** Reads all records of all subjects as maps that lead to each other, as rules are tried on in memory. */
record SomeLinkedRecords(DSLContext db) {
    Map<String, Map<Long, Map<String, Object>>> of(Subjects subjects) {
        Map<String, Map<Long, Map<String, Object>>> all = new HashMap<>();
        subjects.all().forEach(subject -> all.put(subject.name(), records(subject)));
        for (Subject subject : subjects.all())
            for (Relation relation : subject.relations().values())
                link(subject, relation, subjects.get(relation.target()), all);
        return all;
    }

    private Map<Long, Map<String, Object>> records(Subject subject) {
        Table<?> table = Objects.requireNonNull(subject.table());
        List<SubjectField> fields = List.copyOf(subject.fields().values());
        Map<Long, Map<String, Object>> records = new TreeMap<>();
        db.select(subject.keyOn(table))
                .select(fields.stream()
                        .map(field -> field.column().apply(table))
                        .toList())
                .from(table)
                .forEach(row -> {
                    Map<String, Object> values = new HashMap<>();
                    for (int i = 0; i < fields.size(); i++)
                        values.put(fields.get(i).name(), row.get(i + 1));
                    records.put(row.get(0, Long.class), values);
                });
        return records;
    }

    private void link(
            Subject subject, Relation relation, Subject target, Map<String, Map<Long, Map<String, Object>>> all) {
        Map<Long, Map<String, Object>> owners = at(all, subject.name());
        Map<Long, List<Object>> linked = new HashMap<>();
        Table<?> from = subject.as("a");
        Table<?> to = target.as("b");
        db.select(subject.keyOn(from), target.keyOn(to))
                .from(from, to)
                .where(relation.join().on(from, subject.keyOn(from), to, target.keyOn(to)))
                .forEach(row -> linked.computeIfAbsent(row.get(0, Long.class), key -> new ArrayList<>())
                        .add(at(at(all, target.name()), row.get(1, Long.class))));
        owners.forEach((key, owner) -> {
            List<Object> others = linked.getOrDefault(key, List.of());
            if (!relation.many() && others.size() > 1)
                throw new AssertionError(subject.name() + "." + relation.name() + " leads to several records");
            if (relation.many()) owner.put(relation.name(), others);
            else if (!others.isEmpty()) owner.put(relation.name(), others.getFirst());
        });
    }

    static <K, V> V at(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }
}
