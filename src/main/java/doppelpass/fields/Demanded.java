package doppelpass.fields;

import doppelpass.web.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields a form about a record asks for, with what was typed and what is wrong: those the record must have, and where it
 * is asked for them the others as well.
 */
public record Demanded(List<Ask> asks, boolean sent) {
    public Demanded {
        asks = List.copyOf(asks);
    }

    /**
     * @param must whether the record must have it where it stands now
     * @param error a message
     */
    public record Ask(
            CustomField field,
            boolean must,
            String typed,
            @Nullable String error) {}

    public boolean valid() {
        return asks.stream().allMatch(ask -> ask.error() == null);
    }

    /** For forms that are not shown again. */
    void refuse() {
        asks.stream().map(Ask::error).filter(error -> error != null).findFirst().ifPresent(error -> {
            throw Refusal.of(error);
        });
    }

    public List<Ask> musts() {
        return asks.stream().filter(Ask::must).toList();
    }

    public List<Ask> others() {
        return asks.stream().filter(ask -> !ask.must()).toList();
    }

    /** Whether something is wrong with what need not be said. */
    public boolean othersWrong() {
        return sent && others().stream().anyMatch(ask -> ask.error() != null);
    }

    /** Field → what was typed. */
    public Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        asks.forEach(ask -> typed.put(ask.field().name(), ask.typed()));
        return typed;
    }

    /** The same without what was left empty: a new record has nothing that could be taken away. */
    public Map<String, String> given() {
        Map<String, String> given = typed();
        given.values().removeIf(String::isBlank);
        return given;
    }
}
