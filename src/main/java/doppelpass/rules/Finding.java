package doppelpass.rules;

import java.util.List;

/** Whether a record meets a clause, and why. */
public record Finding(Clause clause, boolean met, List<Reading> readings) {
    public Finding {
        readings = List.copyOf(readings);
    }
}
