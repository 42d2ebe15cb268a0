package doppelpass.fields;

import doppelpass.database.Seeing;
import doppelpass.web.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What stands in the fields of records as their reader may see it: formulas computed, links named. */
@Component
class Shown {
    private final FieldTable table;
    private final ValueTable values;
    private final Formulas formulas;
    private final Seeing seeing;

    Shown(FieldTable table, ValueTable values, Formulas formulas, Seeing seeing) {
        this.table = table;
        this.values = values;
        this.formulas = formulas;
        this.seeing = seeing;
    }

    /** Every field of one record in order. */
    List<FieldValue> of(String kind, long id) {
        List<CustomField> fields = fields(kind);
        if (fields.isEmpty()) return List.of();
        return Optional.ofNullable(of(kind, List.of(id), fields).get(id)).orElseThrow(Refusal::notFound);
    }

    /** The same of several; a record that is not there is left out. */
    Map<Long, List<FieldValue>> of(String kind, Collection<Long> ids) {
        if (ids.isEmpty()) return Map.of();
        List<CustomField> fields = fields(kind);
        return fields.isEmpty() ? Map.of() : of(kind, ids, fields);
    }

    private List<CustomField> fields(String kind) {
        return table.active(kind).stream()
                .filter(field -> seeing.sees(kind, field.name()))
                .toList();
    }

    private Map<Long, List<FieldValue>> of(String kind, Collection<Long> ids, List<CustomField> fields) {
        List<CustomField> computed =
                fields.stream().filter(CustomField::computed).toList();
        List<Function<Table<?>, Field<?>>> sql = computed.stream()
                .<Function<Table<?>, Field<?>>>map(field -> alias -> formulas.sql(field, alias))
                .toList();
        Map<Long, List<@Nullable Object>> results = sql.isEmpty() ? Map.of() : values.computed(kind, ids, sql);
        Map<Long, List<FieldValue>> shown = new TreeMap<>();
        values.of(kind, ids)
                .forEach((id, stored) ->
                        shown.put(id, read(fields, computed, stored, results.getOrDefault(id, List.of()))));
        return linked(shown);
    }

    private static List<FieldValue> read(
            List<CustomField> fields, List<CustomField> computed, JsonNode stored, List<@Nullable Object> results) {
        List<FieldValue> read = new ArrayList<>();
        for (CustomField field : fields) {
            int place = computed.indexOf(field);
            read.add(
                    place >= 0 && place < results.size()
                            ? new FieldValue(field, results.get(place), "")
                            : FieldValue.of(field, stored));
        }
        return read;
    }

    private Map<Long, List<FieldValue>> linked(Map<Long, List<FieldValue>> shown) {
        Map<String, Set<Long>> wanted = new TreeMap<>();
        shown.values()
                .forEach(record -> record.forEach(one -> {
                    String target = one.field().target();
                    if (target != null && one.value() instanceof Long id)
                        wanted.computeIfAbsent(target, t -> new TreeSet<>()).add(id);
                }));
        Map<String, Map<Long, String>> names = new TreeMap<>();
        wanted.forEach((target, ids) -> names.put(target, values.names(target, ids)));
        shown.replaceAll(
                (record, all) -> all.stream().map(one -> linked(one, names)).toList());
        return shown;
    }

    private static FieldValue linked(FieldValue one, Map<String, Map<Long, String>> names) {
        String target = one.field().target();
        return target != null && one.value() instanceof Long id
                ? one.linked(names.getOrDefault(target, Map.of()).getOrDefault(id, ""))
                : one;
    }
}
