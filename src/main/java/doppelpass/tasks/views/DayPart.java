package doppelpass.tasks.views;

import java.util.List;

/** A part of a day by its name, with how many things stand in it; more than are shown where there are too many. */
public record DayPart(String code, int count, List<DayRow> rows) {
    public DayPart {
        rows = List.copyOf(rows);
    }

    public int beyond() {
        return Math.max(0, count - rows.size());
    }
}
