package doppelpass.tasks;

import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.tasks.plug.Waiting;
import doppelpass.tasks.views.DayPart;
import doppelpass.tasks.views.DayRow;
import doppelpass.timeline.Naming;
import doppelpass.timeline.Subject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what waits for one person, from the own tasks and from every module that has something. */
@Component
public class Days {
    private static final int AHEAD = 7;

    private final DayTable table;
    private final PlannedRows planned;
    private final List<Waiting> plugs;
    private final Naming naming;
    private final Organisations organisations;
    private final Clock clock;

    Days(
            DayTable table,
            PlannedRows planned,
            List<Waiting> plugs,
            Naming naming,
            Organisations organisations,
            Clock clock) {
        this.table = table;
        this.planned = planned;
        this.plugs = plugs;
        this.naming = naming;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Day of(Person me) {
        Instant instant = clock.instant();
        ZoneId zone = organisations.get().zone();
        LocalDateTime now = LocalDateTime.ofInstant(instant, zone);
        LocalDate today = now.toLocalDate();
        LocalDate until = today.plusDays(AHEAD);
        Map<String, List<DayRow>> rows = Stream.of(
                        own(me, until, now), planned.of(me, until, now), elsewhere(me, until, now))
                .flatMap(Function.identity())
                .sorted(DayRow.ORDER)
                .collect(Collectors.groupingBy(row -> part(row, today, until)));
        DayTable.Counts counts = table.counts(me.id(), today, until);
        List<DayPart> parts = Stream.of(
                        part("overdue", counts.overdue(), rows),
                        part("today", counts.today(), rows),
                        part("reminded", counts.ringing(), rows),
                        part("week", counts.week(), rows),
                        part("undated", counts.undated(), rows))
                .filter(part -> part.count() > 0)
                .toList();
        return new Day(
                today, parts, table.doneSince(me.id(), today.atStartOfDay(zone).toInstant()));
    }

    private Stream<DayRow> own(Person me, LocalDate until, LocalDateTime now) {
        List<Task> tasks = table.of(me.id(), until);
        Map<Subject, String> names = naming.names(tasks.stream()
                .map(task -> task.details().about())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return tasks.stream().map(task -> DayRow.of(task, name(task, names), now));
    }

    private static @org.jspecify.annotations.Nullable String name(Task task, Map<Subject, String> names) {
        Subject about = task.details().about();
        return about == null ? null : names.get(about);
    }

    private Stream<DayRow> elsewhere(Person me, LocalDate until, LocalDateTime now) {
        return plugs.stream().flatMap(plug -> plug.of(me, until).stream()).map(item -> DayRow.of(item, now));
    }

    private static String part(DayRow row, LocalDate today, LocalDate until) {
        LocalDate due = row.dueOn();
        if (due != null && due.isBefore(today)) return "overdue";
        if (due != null && due.equals(today)) return "today";
        if (due != null && !due.isAfter(until)) return "week";
        return row.task() != null && row.task().rings() ? "reminded" : "undated";
    }

    private static DayPart part(String code, int tasks, Map<String, List<DayRow>> rows) {
        List<DayRow> shown = rows.getOrDefault(code, List.of());
        int others = (int) shown.stream().filter(row -> row.task() == null).count();
        return new DayPart(code, tasks + others, shown);
    }
}
