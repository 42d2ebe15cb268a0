package doppelpass.contacts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What programs call otherwise than the forms do. */
final class Named {
    private Named() {}

    /** Fields as the form calls them; {@code names}: sent → form. A person is a number there. */
    static Map<String, String> typed(Map<String, String> sent, Map<String, String> names) {
        Map<String, String> typed = new HashMap<>();
        sent.forEach((name, value) ->
                typed.put(names.getOrDefault(name, name), name.equals("owner") ? value.replace("#", "") : value));
        return typed;
    }

    /** Errors by what was sent. */
    static Map<String, String> sent(Map<String, String> errors, Map<String, String> names) {
        Map<String, String> back =
                names.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        Map<String, String> sent = new HashMap<>();
        errors.forEach((field, key) -> sent.put(back.getOrDefault(field, field), key));
        return sent;
    }

    /** A company by its number or its name. */
    static Optional<Long> id(String text, Companies companies) {
        return text.matches("#\\d{1,18}")
                ? companies.find(Long.parseLong(text.substring(1))).map(Company::id)
                : companies.byName(text).map(Company::id);
    }
}
