package doppelpass.api;

import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Entry;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.RecordList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records of one list with every field they have for programs: what serves the requests also writes the document.
 *
 * @param entry how they are entered; null where they are only read
 */
record RecordKind(RecordList list, @Nullable Entry entry, List<ApiField> fields) {
    RecordKind {
        fields = List.copyOf(fields);
    }

    Listing listing() {
        return list.listing();
    }

    String name() {
        return listing().name();
    }

    Optional<ApiField> field(String called) {
        return fields.stream().filter(f -> f.name().equals(called)).findFirst();
    }

    List<ApiField> readable() {
        return fields.stream().filter(ApiField::reads).toList();
    }

    /** What can be sent with a new record, or with a change of one. */
    List<ApiField> writable(boolean fresh) {
        return fields.stream()
                .filter(f -> f.writes() == ApiField.Writes.ALWAYS || fresh && f.writes() == ApiField.Writes.FIRST)
                .toList();
    }

    static List<Column> columns(List<ApiField> fields) {
        return fields.stream().map(f -> Objects.requireNonNull(f.column())).toList();
    }
}
