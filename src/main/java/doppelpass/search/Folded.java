package doppelpass.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Texts as the index folds them ({@code search.fold}), for commands, which are in no table, and for marking what was hit.
 * Whether a record is found is up to the database alone.
 */
final class Folded {
    private Folded() {}

    static String fold(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}+", "")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ı', 'i');
        return plain.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : fold(text).split("[^\\p{L}\\p{Nd}]+")) {
            if (!word.isEmpty()) words.add(word);
        }
        return words;
    }
}
