package doppelpass.tasks;

import doppelpass.tasks.views.DayPart;
import java.time.LocalDate;
import java.util.List;

/** One person's day: what is late, due today, was reminded of, comes in the next week, and has no day. */
public record Day(LocalDate today, List<DayPart> parts, int done) {
    public boolean free() {
        return parts.isEmpty();
    }

    /** Nothing that presses: what comes later may still be there. */
    public boolean calm() {
        return parts.stream().noneMatch(part -> List.of("overdue", "today").contains(part.code()));
    }
}
