package doppelpass.tasks;

import doppelpass.core.Recurrence;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The usual rhythms by name instead of rules. */
public enum Repetition {
    DAILY(day -> new Recurrence("FREQ=DAILY")),
    WORKDAYS(day -> Recurrence.workingDays()),
    WEEKLY(day -> Recurrence.weekly(day.getDayOfWeek(), 1)),
    FORTNIGHTLY(day -> Recurrence.weekly(day.getDayOfWeek(), 2)),
    MONTHLY(day -> Recurrence.monthly(day, 1)),
    QUARTERLY(day -> Recurrence.monthly(day, 3)),
    YEARLY(Recurrence::yearly);

    public static final List<String> CODES =
            Arrays.stream(values()).map(Repetition::code).toList();

    private final Function<LocalDate, Recurrence> rule;

    Repetition(Function<LocalDate, Recurrence> rule) {
        this.rule = rule;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Beginning on this day. */
    Recurrence from(LocalDate day) {
        return rule.apply(day);
    }

    static Optional<Repetition> of(String code) {
        return Arrays.stream(values()).filter(r -> r.code().equals(code)).findFirst();
    }

    /** The rhythm of a rule that began on this day; empty for a rule of another kind. */
    static Optional<Repetition> of(Recurrence rule, LocalDate began) {
        return Arrays.stream(values())
                .filter(r -> r.from(began).equals(rule.endless()))
                .findFirst();
    }
}
