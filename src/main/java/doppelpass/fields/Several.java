package doppelpass.fields;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Several choices of one field, added to and taken from. */
final class Several {
    private Several() {}

    /** Whether it says what is added to or taken from those there are, instead of all there shall be. */
    static boolean adds(String typed) {
        return typed.startsWith("+") || typed.startsWith("-");
    }

    /** {@code +red, blue} adds, {@code -red} takes away; {@code values} are what the record has by the fields' names. */
    static String changed(CustomField field, Map<String, Object> values, String typed) {
        Set<String> codes = new LinkedHashSet<>();
        if (values.get(field.name()) instanceof List<?> present) present.forEach(code -> codes.add(code.toString()));
        List<String> named = Arrays.stream(typed.substring(1).split("[,;]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> Typed.meant(field, name).orElse(name))
                .toList();
        if (typed.startsWith("+")) codes.addAll(named);
        else named.forEach(codes::remove);
        return String.join(", ", codes);
    }
}
