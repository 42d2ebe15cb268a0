package doppelpass.importing;

import doppelpass.database.IntakeField;
import doppelpass.web.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How people say the values of a field: lists export words to workbooks, in the language of whoever exports. */
final class Said {
    private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

    private Said() {}

    /** Words in small letters → value. */
    static Map<String, String> of(IntakeField field) {
        Map<String, String> words = new LinkedHashMap<>();
        String prefix = field.said();
        if (prefix == null) return words;
        for (String value : field.choices()) {
            if (!Messages.has(prefix + value)) continue;
            LANGUAGES.forEach(language ->
                    words.putIfAbsent(Messages.text(language, prefix + value).toLowerCase(Locale.ROOT), value));
        }
        return words;
    }
}
