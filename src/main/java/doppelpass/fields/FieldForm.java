package doppelpass.fields;

import doppelpass.fields.CustomField.Option;
import doppelpass.fields.CustomField.Text;
import doppelpass.web.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the form about a field asks for, as typed; the choices stand one on a line, {@code German | English}. */
public record FieldForm(
        @Nullable String kind,
        @Nullable String type,
        @Nullable String labelDe,
        @Nullable String labelEn,
        @Nullable String helpDe,
        @Nullable String helpEn,
        @Nullable String sectionDe,
        @Nullable String sectionEn,
        @Nullable String choices,
        @Nullable String target,
        @Nullable String formula,
        @Nullable String required,
        @Nullable String stage,
        @Nullable String quick) {
    static final int LABEL = 80;
    static final int HELP = 300;
    static final int CHOICES = 100;

    /** What the browser left out is empty. */
    public FieldForm {
        kind = text(kind);
        type = text(type).isEmpty() ? ValueType.TEXT.code() : text(type);
        labelDe = text(labelDe);
        labelEn = text(labelEn);
        helpDe = text(helpDe);
        helpEn = text(helpEn);
        sectionDe = text(sectionDe);
        sectionEn = text(sectionEn);
        choices = text(choices);
        target = text(target);
        formula = text(formula);
        required = text(required);
        stage = text(stage);
        quick = text(quick);
    }

    static FieldForm of(CustomField field) {
        return new FieldForm(
                field.kind(),
                field.type().code(),
                field.label().german(),
                field.label().english(),
                field.help().german(),
                field.help().english(),
                field.section().german(),
                field.section().english(),
                field.options().stream()
                        .filter(option -> !option.archived())
                        .map(option -> line(option.label()))
                        .collect(Collectors.joining("\n")),
                field.target(),
                field.formula(),
                field.required() ? "yes" : "",
                field.fromStage() == null ? "" : field.fromStage().toString(),
                field.quick() ? "yes" : "");
    }

    private static String line(Text label) {
        return label.german().equals(label.english()) ? label.german() : label.german() + " | " + label.english();
    }

    /** A form of no known type cannot be shown again either. */
    void demandType() {
        if (Stream.of(ValueType.values()).noneMatch(known -> known.code().equals(type))) throw Refusal.notFound();
    }

    public ValueType valueType() {
        for (ValueType known : ValueType.values()) if (known.code().equals(type)) return known;
        throw Refusal.notFound();
    }

    /** A field of this content; {@code before} is what it was, null for a new one. */
    CustomField field(@Nullable CustomField before, String key, @Nullable ValueType result) {
        ValueType kindOfValue = valueType();
        Text label = both("label", labelDe, labelEn, LABEL);
        if (label.empty()) throw Refusal.of("fields.error.noLabel");
        return new CustomField(
                before == null ? 0 : before.id(),
                before == null ? text(kind) : before.kind(),
                key,
                kindOfValue,
                label,
                both("help", helpDe, helpEn, HELP),
                both("section", sectionDe, sectionEn, LABEL),
                before == null ? Integer.MAX_VALUE : before.position(),
                kindOfValue != ValueType.FORMULA && !text(required).isEmpty(),
                text(required).isEmpty() || !text(stage).matches("\\d{1,18}") ? null : Long.valueOf(text(stage)),
                kindOfValue == ValueType.LINK ? target() : null,
                kindOfValue == ValueType.FORMULA ? text(formula) : "",
                kindOfValue == ValueType.FORMULA ? result : null,
                kindOfValue != ValueType.FORMULA && !text(quick).isEmpty(),
                before != null && before.archived(),
                kindOfValue.chosen() ? options(before) : List.of());
    }

    public String target() {
        Homes.demandTarget(text(target));
        return text(target);
    }

    /** The words of one language stand for both where the other is left empty. */
    private static Text both(String what, @Nullable String german, @Nullable String english, int longest) {
        String de = text(german).isEmpty() ? text(english) : text(german);
        String en = text(english).isEmpty() ? text(german) : text(english);
        for (String words : List.of(de, en)) {
            if (words.length() > longest) throw Refusal.of("fields.error.wordsLong." + what, longest);
            if (words.chars().anyMatch(c -> c < ' ')) throw Refusal.of("fields.error.lines");
        }
        return new Text(de, en);
    }

    /** A line that keeps one of its words is the choice it was; choices without a line stay where they are, archived. */
    private List<Option> options(@Nullable CustomField before) {
        List<Option> known = before == null ? List.of() : before.options();
        Set<String> taken = new HashSet<>(known.stream().map(Option::code).toList());
        List<Option> options = new ArrayList<>();
        for (String line : text(choices)
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList()) {
            String[] words = line.split("\\|", 2);
            Text label = both("choice", words[0].strip(), words.length > 1 ? words[1].strip() : "", LABEL);
            if (words[0].contains(",") || label.english().contains(",")) throw Refusal.of("fields.error.comma", line);
            Option same = known.stream()
                    .filter(option -> same(option.label(), label))
                    .filter(option -> options.stream().noneMatch(o -> o.code().equals(option.code())))
                    .findFirst()
                    .orElse(null);
            String code = same == null ? Keys.of(label.english(), taken) : same.code();
            taken.add(code);
            if (options.stream().anyMatch(o -> same(o.label(), label))) throw Refusal.of("fields.error.twice", line);
            options.add(new Option(code, label, false));
        }
        if (options.isEmpty()) throw Refusal.of("fields.error.noChoices");
        if (options.size() > CHOICES) throw Refusal.of("fields.error.manyChoices", CHOICES, options.size());
        known.stream()
                .filter(option -> options.stream().noneMatch(o -> o.code().equals(option.code())))
                .forEach(option -> options.add(new Option(option.code(), option.label(), true)));
        return options;
    }

    private static boolean same(Text one, Text other) {
        return one.german().toLowerCase(Locale.ROOT).equals(other.german().toLowerCase(Locale.ROOT))
                || one.english().toLowerCase(Locale.ROOT).equals(other.english().toLowerCase(Locale.ROOT));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
