package doppelpass.importing;

import doppelpass.database.Intake;
import doppelpass.database.IntakeField;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column's values give away where its name says nothing; only where every value speaks for the field. */
final class ValueShape {
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern WEBSITE = Pattern.compile("(?i)(https?://|www\\.)\\S+\\.\\S+");
    private static final Pattern PHONE = Pattern.compile("(\\+|00?[1-9]|\\(0)[\\d ()/.-]{5,24}");
    private static final Pattern MONEY =
            Pattern.compile("(?i)([$€£]|EUR|USD|CHF) ?[-\\d.,]+|[-\\d.,]+ ?([$€£]|EUR|USD|CHF)");

    /** Yes and no answer any question, a consent must not be guessed from them. */
    private static final Pattern TELLING = Pattern.compile("(?i)(?!(yes|no|unknown)$)\\p{L}{2}.*");

    private ValueShape() {}

    /** The field that is still free and that these values fit; {@code words}: what files say for a choice's values. */
    static Optional<String> field(
            Intake intake, List<String> values, Map<String, Map<String, String>> words, Collection<String> filled) {
        return values.isEmpty()
                ? Optional.empty()
                : intake.fields().stream()
                        .filter(f -> f.words() == null && !filled.contains(f.name()))
                        .filter(f -> {
                            Map<String, String> known = words.getOrDefault(intake.object() + "." + f.name(), Map.of());
                            return values.stream()
                                    .map(String::strip)
                                    .allMatch(v -> speaksFor(f, v, known, sole(intake, f)));
                        })
                        .map(IntakeField::name)
                        .findFirst();
    }

    private static boolean sole(Intake intake, IntakeField field) {
        return intake.fields().stream()
                        .filter(f -> f.words() == null && f.type() == field.type())
                        .count()
                == 1;
    }

    /** Days and amounts are many: without a name only one is taken that the object needs, or the only one it has. */
    private static boolean speaksFor(IntakeField field, String value, Map<String, String> words, boolean sole) {
        return switch (field.type()) {
            case MAIL -> MAIL.matcher(value).matches();
            case MONEY -> (field.required() || sole) && MONEY.matcher(value).matches();
            case DATE, TIME ->
                field.required()
                        && Dates.instant(value, Dates.Order.DAY_FIRST, ZoneOffset.UTC)
                                .isPresent();
            case CHOICE ->
                words.containsKey(value.toLowerCase(Locale.ROOT))
                        || TELLING.matcher(value).matches()
                                && field.choices().stream().anyMatch(c -> c.equalsIgnoreCase(value));
            case TEXT ->
                field.name().equals("website") && WEBSITE.matcher(value).matches()
                        || field.name().equals("phone") && PHONE.matcher(value).matches();
            case LINK, FLAG, WHOLE, DECIMAL, CHOICES -> false;
        };
    }
}
