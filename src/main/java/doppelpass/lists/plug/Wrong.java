package doppelpass.lists.plug;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values that cannot be taken: field → the message that says why. */
public final class Wrong extends RuntimeException {
    private final transient Map<String, String> fields;

    public Wrong(Map<String, String> fields) {
        super(fields.toString());
        this.fields = new LinkedHashMap<>(fields);
    }

    public Wrong(String field, String message) {
        this(Map.of(field, message));
    }

    public Map<String, String> fields() {
        return Map.copyOf(fields);
    }
}
