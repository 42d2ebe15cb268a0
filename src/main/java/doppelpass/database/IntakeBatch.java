package doppelpass.database;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One portion of an import, inside its transaction; the staged rows are the temporary table {@link #stage()}. */
public interface IntakeBatch {
    long importId();

    String system();

    /** Who imports; null where the console does. */
    @Nullable
    Long by();

    Instant now();

    /** The temporary table's name, to be used as {@code from <stage> s}. */
    String stage();

    /** The fields the file has something to say about. */
    Set<String> mapped();

    /** Keeps the present values of these records so that undo can restore them; {@code ids} is a query for their ids. */
    void keep(String table, String ids);

    /** Runs one statement of the batch; {@code {import}}, {@code {system}}, {@code {now}} and {@code {s}} are filled in. */
    int execute(String sql);
}
