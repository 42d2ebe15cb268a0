package doppelpass.fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields a form about a record asks for because the record must have them, with what was typed and what is wrong. */
public record Demanded(List<Ask> asks, boolean sent) {
    public Demanded {
        asks = List.copyOf(asks);
    }

    /** {@code error} is a message. */
    public record Ask(
            CustomField field, String typed, @Nullable String error) {}

    public boolean valid() {
        return asks.stream().allMatch(ask -> ask.error() == null);
    }

    /** Field → what was typed. */
    public Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        asks.forEach(ask -> typed.put(ask.field().name(), ask.typed()));
        return typed;
    }
}
