package doppelpass.api;

import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.lists.Rows;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Entry;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.RecordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of records a person may read, with their fields as they are now. */
@Component
class Kinds {
    private final Rows rows;
    private final ObjectProvider<Entry> entries;
    private final Seeing seeing;

    Kinds(Rows rows, ObjectProvider<Entry> entries, Seeing seeing) {
        this.rows = rows;
        this.entries = entries;
        this.seeing = seeing;
    }

    List<RecordKind> all(Person reader) {
        return rows.all(reader).stream().map(this::kind).toList();
    }

    RecordKind of(String list, Person reader) {
        return kind(rows.list(list, reader));
    }

    /** Names of lists, for scopes: every one there is for this person. */
    List<String> names(Person reader) {
        return rows.all(reader).stream().map(list -> list.listing().name()).toList();
    }

    private RecordKind kind(RecordList list) {
        Entry entry = entry(list.listing().name());
        Map<String, EntryField> entered = new LinkedHashMap<>();
        String subject = list.listing().subject();
        if (entry != null)
            entry.fields().stream()
                    .filter(field -> seeing.writes(subject, field.name()))
                    .forEach(field -> entered.put(field.name(), field));
        List<ApiField> fields = new ArrayList<>();
        for (Column shown : list.listing().columns()) {
            Column column = Columns.read(shown);
            EntryField field = entered.remove(column.name());
            fields.add(field == null ? Columns.field(column) : ApiField.entered(field, column));
        }
        entered.values().forEach(field -> fields.add(ApiField.entered(field, null)));
        return new RecordKind(list, entry, fields);
    }

    private @Nullable Entry entry(String list) {
        return entries.stream()
                .filter(entry -> entry.list().equals(list))
                .findFirst()
                .orElse(null);
    }
}
