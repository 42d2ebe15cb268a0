package doppelpass.lists;

import java.util.List;

/** One record of a list. */
public record ListRow(long id, List<Cell> cells) {
    /** What stands for the record, to name it aloud. */
    public String name() {
        return cells.isEmpty() ? "" : cells.getFirst().words();
    }
}
