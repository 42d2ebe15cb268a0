package doppelpass.web;

import java.util.Map;
import java.util.Optional;

/**
 * Words that people made up, such as the names of their own fields, in German and English: they travel inside the key
 * itself and so get wherever keys of messages get, without a catalogue that would have to be kept fresh.
 */
public final class OwnWords {
    private static final char LABEL = '\u0001';
    private static final char CHOICE = '\u0002';
    private static final char PART = '\u0003';

    private OwnWords() {}

    /** A key that reads so in German and so in English. */
    public static String label(String german, String english) {
        return LABEL + german + PART + english;
    }

    /** A prefix of keys: behind it a code, with or without a dot in front, reads as the label given for it. */
    public static String choices(Map<String, String> labels) {
        StringBuilder prefix = new StringBuilder();
        labels.forEach(
                (code, label) -> prefix.append(CHOICE).append(code).append(PART).append(label, 1, label.length()));
        return prefix.append(CHOICE).toString();
    }

    static boolean are(String key) {
        return !key.isEmpty() && (key.charAt(0) == LABEL || key.charAt(0) == CHOICE);
    }

    static Optional<String> text(String language, String key) {
        if (key.charAt(0) == LABEL) return Optional.of(spoken(language, key.substring(1)));
        int last = key.lastIndexOf(CHOICE);
        String code = key.substring(key.startsWith(".", last + 1) ? last + 2 : last + 1);
        String asked = CHOICE + code + PART;
        int at = key.indexOf(asked);
        if (at < 0 || at >= last) return Optional.empty();
        int from = at + asked.length();
        return Optional.of(spoken(language, key.substring(from, key.indexOf(CHOICE, from))));
    }

    private static String spoken(String language, String both) {
        int between = both.indexOf(PART);
        return language.equals("de") ? both.substring(0, between) : both.substring(between + 1);
    }
}
