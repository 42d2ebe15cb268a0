package doppelpass.tasks.plug;

import doppelpass.identity.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Socket: what waits for a person in another module, due until a day, the most urgent first and not more than {@link #MOST}. */
@FunctionalInterface
public interface Waiting {
    int MOST = 50;

    List<Item> of(Person me, LocalDate until);

    /**
     * One thing that waits, with the page where it is done.
     *
     * @param what the message that says what kind of thing it is
     * @param icon the name of its picture
     */
    record Item(
            String what,
            String icon,
            String title,
            String remark,
            String url,
            LocalDate dueOn,
            @Nullable LocalTime dueTime) {

        public static Item at(
                String what, String icon, String title, String remark, String url, Instant due, ZoneId zone) {
            return new Item(
                    what,
                    icon,
                    title,
                    remark,
                    url,
                    LocalDate.ofInstant(due, zone),
                    due.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES));
        }
    }
}
