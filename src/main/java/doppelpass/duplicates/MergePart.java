package doppelpass.duplicates;

import doppelpass.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Columns that are taken from one record together when records are merged.
 *
 * @param text SQL over the row {@code t}: how they read on the page, null where they say nothing
 * @param preferred values that win whoever has them, the strongest first: a no to mails stays a no
 * @param joined whether the texts of all records can be kept one below the other
 * @param words where the texts are keys: the beginning of their messages, else empty
 */
public record MergePart(
        String name,
        String labelKey,
        List<String> columns,
        String text,
        List<String> preferred,
        boolean joined,
        String words) {

    /** A column that is its own text. */
    public static MergePart of(String column, String labelKey) {
        String text = "nullif(t." + column + "::text, '')";
        return new MergePart(column, labelKey, List.of(column), text, List.of(), false, "");
    }

    public MergePart reading(String sql) {
        return new MergePart(name, labelKey, columns, sql, preferred, joined, words);
    }

    public MergePart with(String... otherColumns) {
        List<String> all =
                Stream.concat(columns.stream(), Arrays.stream(otherColumns)).toList();
        return new MergePart(name, labelKey, all, text, preferred, joined, words);
    }

    public MergePart preferring(String... values) {
        return new MergePart(name, labelKey, columns, text, List.of(values), joined, words);
    }

    public MergePart joining() {
        return new MergePart(name, labelKey, columns, text, preferred, true, words);
    }

    public MergePart worded(String messages) {
        return new MergePart(name, labelKey, columns, text, preferred, joined, messages);
    }

    /** A text as the reader reads it. */
    public String shown(String value) {
        return value.isEmpty() ? Words.NONE : words.isEmpty() ? value : Words.t(words + value);
    }

    /** Whose value is proposed: the strongest, else the first there is; 0 (the record that stays) where nobody has one. */
    int proposed(List<String> texts) {
        for (String value : preferred) {
            if (texts.contains(value)) return texts.indexOf(value);
        }
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) return i;
        }
        return 0;
    }
}
