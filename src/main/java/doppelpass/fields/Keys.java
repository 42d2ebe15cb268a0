package doppelpass.fields;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Makes keys out of names: small letters, digits and underscores. */
final class Keys {
    private static final int LONGEST = 46;

    private Keys() {}

    /** The first key made of the name that is not taken. */
    static String of(String name, Set<String> taken) {
        String plain = plain(name);
        String key = plain;
        for (int i = 2; taken.contains(key); i++) key = plain + "_" + i;
        return key;
    }

    private static String plain(String name) {
        String spelt = name.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        String key = Normalizer.normalize(spelt, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        String cut = key.length() > LONGEST ? key.substring(0, LONGEST).replaceAll("_+$", "") : key;
        return cut.isEmpty() ? "field" : cut;
    }
}
