package doppelpass.reach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a form of any route might ask for: each takes what it knows. */
final class Typed {
    private static final Map<String, String> FORM = form();

    private Typed() {}

    /** For one door; {@code word} is what stands in the texts of its record. */
    static Map<String, String> at(Places.Door door, Estate estate) {
        Map<String, String> form = new HashMap<>(FORM);
        if (door.pattern().startsWith("/lists/{list}/{id}")) form.put("was", estate.word());
        if (door.pattern().endsWith("/buying-center"))
            form.put("contact", "" + estate.of("contact").getLast());
        return form;
    }

    private static Map<String, String> form() {
        Map<String, String> form = new HashMap<>();
        for (String text : List.of("q", "value", "name", "title", "lastName", "text", "note", "source", "trigger"))
            form.put(text, "stolen");
        for (String text : List.of("question", "remark", "reason", "description", "names", "productLine"))
            form.put(text, "stolen");
        form.putAll(Map.of(
                "with", "person-2",
                "kind", "call",
                "quantity", "1",
                "price", "12",
                "role", "buyer",
                "answer", "yes",
                "scope", "private",
                "place", "1"));
        form.putAll(Map.of(
                "stage", "2",
                "outcome", "lost",
                "person", "3",
                "state", "WORKING",
                "to", "2030-01-01",
                "channel", "event",
                "revisit", "2030-01-01"));
        return form;
    }
}
