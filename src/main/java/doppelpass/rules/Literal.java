package doppelpass.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes typed values as constants of the rule language; empty for what is none. */
final class Literal {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}([.,]\\d{1,18})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,5}");

    private Literal() {}

    /** All values as the operator wants them; empty if one is missing or wrong. */
    static Optional<List<String>> all(Operator operator, SubjectField field, List<String> values) {
        ValueInput input = operator.input(field);
        List<String> typed = values.stream().filter(value -> !value.isEmpty()).toList();
        boolean enough = switch (input) {
            case NONE -> true;
            case LINES, CHOICES -> !typed.isEmpty() && typed.size() <= Limits.LIST_ELEMENTS;
            case NUMBERS -> typed.size() >= 2;
            case TEXT, CHOICE, NUMBER, DAY, DAYS -> !typed.isEmpty();
        };
        if (!enough) return Optional.empty();
        boolean caseBlind = operator == Operator.CONTAINS || operator == Operator.STARTS;
        List<String> written = typed.stream()
                .map(value -> caseBlind ? MemoryValues.lowerAscii(value) : value)
                .flatMap(value -> of(input, value).stream())
                .toList();
        return written.size() == typed.size() ? Optional.of(written) : Optional.empty();
    }

    static Optional<Integer> whole(String typed) {
        return WHOLE.matcher(typed.strip()).matches() ? Optional.of(Integer.valueOf(typed.strip())) : Optional.empty();
    }

    private static Optional<String> of(ValueInput input, String typed) {
        return switch (input) {
            case NUMBER, NUMBERS -> number(typed.strip());
            case DAY -> day(typed.strip()).map(day -> "date(\"" + day + "\")");
            case DAYS -> whole(typed).filter(days -> days <= Limits.SHIFT_DAYS).map(days -> "days(" + days + ")");
            case NONE, TEXT, LINES, CHOICE, CHOICES -> text(typed);
        };
    }

    /** Decimals reach the language as doubles; what a double would change is refused rather than changed. */
    private static Optional<String> number(String typed) {
        if (!NUMBER.matcher(typed).matches()) return Optional.empty();
        BigDecimal exact = new BigDecimal(typed.replace(',', '.')).stripTrailingZeros();
        if (exact.scale() <= 0) return Optional.of(exact.toPlainString());
        boolean kept = BigDecimal.valueOf(exact.doubleValue()).compareTo(exact) == 0;
        return kept ? Optional.of(exact.toPlainString()) : Optional.empty();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            boolean known = day.getYear() >= TimeReader.FIRST_YEAR && day.getYear() <= TimeReader.LAST_YEAR;
            return known ? Optional.of(day) : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(String typed) {
        if (typed.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF))) return Optional.empty();
        StringBuilder quoted = new StringBuilder("\"");
        typed.codePoints().forEach(c -> quoted.append(escaped(c)));
        return Optional.of(quoted.append('"').toString());
    }

    /** What cannot be seen (controls, marks that turn the direction of writing) is written by its number. */
    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> String.format("\\U%08x", c);
                    default -> Character.toString(c);
                };
        };
    }
}
