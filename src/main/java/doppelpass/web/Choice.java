package doppelpass.web;

import java.util.List;

/** One option of a choice; the label is text, already in the reader's language. */
public record Choice(String value, String label) {

    /** Options whose labels are messages: value {@code sales} with prefix {@code function} reads {@code function.sales}. */
    public static List<Choice> ofMessages(String prefix, List<String> values) {
        return values.stream()
                .map(value -> new Choice(value, Words.t(prefix + "." + value)))
                .toList();
    }
}
