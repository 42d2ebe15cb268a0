package doppelpass.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Keeps the indexes as the fields want them, whatever happened meanwhile: a restart, a restored backup, a failed attempt. */
@Component
class Indexes {
    private final FieldTable table;
    private final IndexTable indexes;

    Indexes(FieldTable table, IndexTable indexes) {
        this.table = table;
        this.indexes = indexes;
    }

    Map<Long, IndexState> states(List<CustomField> fields) {
        Map<String, Boolean> present = fields.stream().anyMatch(CustomField::quick) ? indexes.present() : Map.of();
        Map<Long, IndexState> states = new LinkedHashMap<>();
        for (CustomField field : fields) {
            Map<String, String> wanted = indexes.wanted(field);
            boolean ready = wanted.keySet().stream()
                    .allMatch(name -> present.getOrDefault(indexes.schema(field) + "." + name, false));
            states.put(field.id(), wanted.isEmpty() ? IndexState.NONE : ready ? IndexState.READY : IndexState.WAITING);
        }
        return states;
    }

    /** Makes what is missing and drops what nobody wants; outside of transactions. */
    void keep() {
        Map<String, String> wanted = new LinkedHashMap<>();
        List<String> changed = new ArrayList<>();
        Map<String, Boolean> present = indexes.present();
        for (CustomField field : table.all()) {
            indexes.wanted(field).forEach((name, on) -> {
                String full = indexes.schema(field) + "." + name;
                wanted.put(full, on);
                if (!present.getOrDefault(full, false)) changed.add(field.kind());
            });
        }
        present.forEach((name, valid) -> {
            if (!valid || !wanted.containsKey(name)) indexes.drop(name);
        });
        wanted.forEach((full, on) -> {
            if (!present.getOrDefault(full, false)) indexes.create(full.substring(full.indexOf('.') + 1), on);
        });
        if (!changed.isEmpty()) indexes.look(List.copyOf(new TreeSet<>(changed)));
    }
}
