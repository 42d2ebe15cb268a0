package doppelpass.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** An open file as rows of cells; row 1 is the first row of data. Closing it closes the file. */
interface Rows extends Iterator<List<String>>, AutoCloseable {
    /** The columns' names, each once. */
    List<String> header();

    @Override
    void close() throws IOException;

    /** Names that can be told apart: empty ones are counted, repeated ones numbered. */
    static List<String> names(List<String> written) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < written.size(); i++) {
            String name = written.get(i).strip().replace("\0", "");
            name = name.isEmpty() ? "Column " + (i + 1) : name;
            String unique = name;
            for (int n = 2; !seen.add(unique); n++) {
                unique = name + " (" + n + ")";
            }
            names.add(unique);
        }
        return List.copyOf(names);
    }

    /** A first row with a mail address, a date or an amount in it is data already. */
    static boolean looksLikeHeader(List<String> first) {
        return first.stream()
                .noneMatch(cell -> cell.contains("@")
                        || Numbers.read(cell, Numbers.Style.POINT).isPresent()
                        || Dates.instant(cell, Dates.Order.DAY_FIRST, java.time.ZoneOffset.UTC)
                                .isPresent());
    }
}
