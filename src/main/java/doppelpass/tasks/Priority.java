package doppelpass.tasks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much a task matters, the most first. */
public enum Priority {
    HIGH,
    NORMAL,
    LOW;

    static final List<String> CODES =
            Arrays.stream(values()).map(Priority::code).toList();

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Priority> of(String code) {
        return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
    }
}
