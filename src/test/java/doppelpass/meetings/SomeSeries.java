package doppelpass.meetings;

import doppelpass.core.Recurrence;
import doppelpass.testing.Cast;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Thursdays at 09:00 for half an hour, hosted by Lena, with Mara, Stefan and Svea, from 4 June 2026. */
@Component
class SomeSeries {
    private final Meetings meetings;
    private final MeetingTable table;
    private final Cast cast;

    SomeSeries(Meetings meetings, MeetingTable table, Cast cast) {
        this.meetings = meetings;
        this.table = table;
        this.cast = cast;
    }

    long weekly() {
        return meetings.found(plan("2026-06-04T09:00", "mara", "stefan", "svea"), "marketing");
    }

    SeriesPlan plan(String start, String... names) {
        List<Long> people =
                Arrays.stream(names).map(name -> cast.person(name).id()).toList();
        return new SeriesPlan(
                "Jour fixe Marketing × Vertrieb",
                Recurrence.weekly(DayOfWeek.THURSDAY, 1),
                LocalDateTime.parse(start),
                30,
                cast.person("lena").id(),
                true,
                people);
    }

    List<Meeting> meetings(long series) {
        return table.of(series);
    }

    Meeting first(long series) {
        return table.of(series).getFirst();
    }

    Meeting again(Meeting meeting) {
        return table.find(meeting.id()).orElseThrow();
    }
}
