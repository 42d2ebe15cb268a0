package doppelpass.importing;

import doppelpass.core.SheetText;
import doppelpass.database.IntakeField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the cells of one column into the values of one field, in the form PostgreSQL reads; refuses with a reason. */
final class FieldReader {
    static final String MISSING = "missing";
    private static final Pattern MAIL = Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,190}");
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "ja", "j", "x", "wahr");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "nein", "falsch");
    private static final long MOST_MINOR = 900_000_000_000_000_000L;

    private final IntakeField field;
    private final Mapping.Column column;
    private final Reading reading;
    private final Map<String, String> said;
    private final Set<String> foreign = new HashSet<>();

    /** How the column's numbers and dates are to be read, and where. */
    record Reading(Numbers.Style numbers, Dates.Order dates, ZoneId zone, String currency, int digits) {}

    /** A cell's value (null where it is empty) or why it is none. */
    sealed interface Cell {
        record Value(@Nullable String text) implements Cell {}

        record Fault(String reason) implements Cell {}
    }

    FieldReader(IntakeField field, Mapping.Column column, Reading reading) {
        this.field = field;
        this.column = column;
        this.reading = reading;
        this.said = Said.of(field);
    }

    IntakeField field() {
        return field;
    }

    Mapping.Column column() {
        return column;
    }

    /** Currencies other than the organisation's that were written beside amounts so far. */
    Set<String> foreignCurrencies() {
        return foreign;
    }

    Cell read(String cell) {
        String text = column.replaced(clean(cell));
        if (text == null || text.isBlank()) {
            return field.required() ? new Cell.Fault(MISSING) : new Cell.Value(null);
        }
        return switch (field.type()) {
            case TEXT -> text(text);
            case LINK -> text(text);
            case MAIL -> mail(text);
            case CHOICE -> choice(text);
            case CHOICES -> choices(text);
            case DECIMAL -> decimal(text);
            case FLAG -> flag(text);
            case WHOLE -> whole(text);
            case MONEY -> money(text);
            case DATE ->
                Dates.day(text, reading.dates(), reading.zone())
                        .<Cell>map(d -> new Cell.Value(d.toString()))
                        .orElse(new Cell.Fault("date"));
            case TIME ->
                Dates.instant(text, reading.dates(), reading.zone())
                        .<Cell>map(i -> new Cell.Value(i.toString()))
                        .orElse(new Cell.Fault("date"));
        };
    }

    /** No control characters; an apostrophe that only kept a spreadsheet from calculating goes. */
    private static String clean(String cell) {
        String text = cell;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' && c != '\r') {
                text = text.replaceAll("[\\p{Cntrl}&&[^\n\t\r]]", "");
                break;
            }
        }
        return SheetText.meant(text);
    }

    private Cell text(String text) {
        return text.length() > field.length() ? new Cell.Fault("long") : new Cell.Value(text);
    }

    private static Cell mail(String text) {
        String mail = text.toLowerCase(Locale.ROOT);
        return MAIL.matcher(mail).matches() ? new Cell.Value(mail) : new Cell.Fault("mail");
    }

    private Cell choice(String text) {
        return meant(text).<Cell>map(Cell.Value::new).orElse(new Cell.Fault("choice"));
    }

    private Cell choices(String text) {
        List<Optional<String>> meant = Arrays.stream(text.split("[,;]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(this::meant)
                .distinct()
                .toList();
        return meant.stream().allMatch(Optional::isPresent)
                ? new Cell.Value(meant.stream().flatMap(Optional::stream).collect(Collectors.joining(",")))
                : new Cell.Fault("choice");
    }

    /** By its code or by how people say it. */
    private Optional<String> meant(String text) {
        IntakeField.Words words = field.words();
        String lower = text.strip().toLowerCase(Locale.ROOT);
        String named = words == null ? null : words.values().get(lower);
        return named != null
                ? Optional.of(named)
                : field.choices().stream()
                        .filter(c -> c.equalsIgnoreCase(text))
                        .findFirst()
                        .or(() -> Optional.ofNullable(said.get(lower)));
    }

    private Cell decimal(String text) {
        return Numbers.read(text, reading.numbers())
                .map(amount -> amount.value().stripTrailingZeros())
                .filter(v -> v.scale() <= 6 && v.precision() - v.scale() <= 15)
                .<Cell>map(v -> new Cell.Value(v.toPlainString()))
                .orElse(new Cell.Fault("number"));
    }

    private static Cell flag(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return YES.contains(lower)
                ? new Cell.Value("true")
                : NO.contains(lower) ? new Cell.Value("false") : new Cell.Fault("flag");
    }

    private Cell whole(String text) {
        return Numbers.read(text, reading.numbers())
                .map(Numbers.Amount::value)
                .filter(v -> v.stripTrailingZeros().scale() <= 0 && v.precision() - v.scale() <= 18)
                .<Cell>map(v -> new Cell.Value(v.toBigInteger().toString()))
                .orElse(new Cell.Fault("number"));
    }

    private Cell money(String text) {
        return Numbers.read(text, reading.numbers()).map(this::minor).orElse(new Cell.Fault("money"));
    }

    private Cell minor(Numbers.Amount amount) {
        BigDecimal minor = amount.value().movePointRight(reading.digits()).setScale(0, RoundingMode.HALF_UP);
        if (minor.abs().compareTo(BigDecimal.valueOf(MOST_MINOR)) > 0) {
            return new Cell.Fault("money");
        }
        if (amount.currency() != null && !amount.currency().equals(reading.currency())) {
            foreign.add(amount.currency());
        }
        return new Cell.Value(minor.toPlainString());
    }

    static Mapping.Column constant(String field, String value) {
        return new Mapping.Column("", field, null, Map.of(), null, null, value);
    }
}
