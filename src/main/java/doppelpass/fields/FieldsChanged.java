package doppelpass.fields;

import java.util.Set;

/** Somebody wrote values of fields of a record. */
public record FieldsChanged(String kind, Set<Long> ids) {
    public FieldsChanged {
        ids = Set.copyOf(ids);
    }
}
