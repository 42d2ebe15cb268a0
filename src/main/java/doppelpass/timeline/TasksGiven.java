package doppelpass.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks are somebody's from now on; {@code by} gave them, nobody where the product did. */
public record TasksGiven(List<Given> tasks, @Nullable Long by) {
    public TasksGiven {
        tasks = List.copyOf(tasks);
    }

    /**
     * @param about what it is about; null where it is about nothing
     * @param before whose it was; null where it is new
     */
    public record Given(
            long task,
            String title,
            @Nullable Subject about,
            long to,
            @Nullable Long before) {}
}
