package doppelpass.fields;

import doppelpass.web.Choice;
import doppelpass.web.OwnWords;
import doppelpass.web.Words;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field people made up for a kind of record.
 *
 * @param key under which its values are kept, made from its name once and never given to another field
 * @param fromStage the stage from which on a record must have a value; null where {@code required} says all
 * @param target the kind of record a link leads to
 * @param result what a formula gives: a text, a number, a day, yes or no; null for all else
 * @param quick whether lists are sorted and filtered by it along an index
 */
public record CustomField(
        long id,
        String kind,
        String key,
        ValueType type,
        Text label,
        Text help,
        Text section,
        int position,
        boolean required,
        @Nullable Long fromStage,
        @Nullable String target,
        String formula,
        @Nullable ValueType result,
        boolean quick,
        boolean archived,
        List<Option> options) {
    /** What no field of the product begins with. */
    public static final String PREFIX = "x_";

    public CustomField {
        options = List.copyOf(options);
    }

    /** Words in both languages. */
    public record Text(String german, String english) {
        public static final Text NONE = new Text("", "");

        public String key() {
            return OwnWords.label(german, english);
        }

        public boolean empty() {
            return german.isEmpty() && english.isEmpty();
        }
    }

    /** One value of a choice; archived ones stay where they are and are no longer offered. */
    public record Option(String code, Text label, boolean archived) {}

    /** What rules, lists and files call it. */
    public String name() {
        return PREFIX + key;
    }

    /** What its values look like. */
    public ValueType shown() {
        return result == null ? type : result;
    }

    /** Whether a record that reached these stages must have a value. */
    boolean requiredAt(Collection<Long> stages) {
        return required && (fromStage == null || stages.contains(fromStage));
    }

    /** Computed, so nobody writes it. */
    public boolean computed() {
        return type == ValueType.FORMULA;
    }

    public Optional<Option> option(String code) {
        return options.stream().filter(o -> o.code().equals(code)).findFirst();
    }

    /** The codes that may be chosen from now on. */
    List<String> offered() {
        return options.stream().filter(o -> !o.archived()).map(Option::code).toList();
    }

    /** Prefix of the keys that name its choices. */
    String choiceWords() {
        Map<String, String> labels = new LinkedHashMap<>();
        options.forEach(option -> labels.put(option.code(), option.label().key()));
        return OwnWords.choices(labels);
    }

    /** What may be chosen, and what is chosen already, in the reader's words. */
    public List<Choice> choices(String present) {
        return options.stream()
                .filter(o -> !o.archived() || List.of(present.split(", ")).contains(o.code()))
                .map(o -> new Choice(o.code(), Words.t(o.label().key())))
                .toList();
    }
}
