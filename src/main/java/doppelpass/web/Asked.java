package doppelpass.web;

import doppelpass.core.Cursor;
import doppelpass.core.MalformedText;
import doppelpass.core.PageRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the address of a list asks for; whatever makes no sense there counts as not asked. */
public record Asked(Map<String, String> parameters) {
    private static final int PAGE = 50;

    public String text(String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    /** The value if it is one of these, else nothing. */
    public String oneOf(String name, Set<String> known) {
        return known.contains(text(name)) ? text(name) : "";
    }

    public @Nullable Long number(String name) {
        return text(name).matches("\\d{1,18}") ? Long.valueOf(text(name)) : null;
    }

    public @Nullable LocalDate day(String name) {
        try {
            return text(name).isEmpty() ? null : LocalDate.parse(text(name));
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    /** Sort, direction and place; the usual ones unless the address names a column of the list. */
    public PageRequest page(Set<String> columns, String usual, boolean usuallyDown) {
        boolean chosen = columns.contains(text("sort"));
        PageRequest first = PageRequest.first(
                chosen ? text("sort") : usual, chosen ? text("desc").equals("true") : usuallyDown, PAGE);
        try {
            return text("at").isEmpty() ? first : first.at(Cursor.decode(text("at")));
        } catch (MalformedText nonsense) {
            return first;
        }
    }

    /** These parameters alone, for the links of the list. */
    public Map<String, String> only(String... names) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : names) {
            kept.put(name, text(name));
        }
        return kept;
    }
}
