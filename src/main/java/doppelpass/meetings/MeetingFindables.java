package doppelpass.meetings;

import static doppelpassdb.meetings.Tables.MEETING;
import static doppelpassdb.meetings.Tables.SERIES;

import doppelpass.identity.Person;
import doppelpass.search.plug.Command;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findables;
import java.time.Clock;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Meetings in the search box, by the name of their series: the one that is nearest in time. */
@Component
class MeetingFindables implements Findables {
    private final Clock clock;

    MeetingFindables(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Findable> of(Person reader) {
        return List.of(new Findable(
                new Findable.Kind("meeting", "meetings.title", "messages", "/meetings", ""),
                Findable.Source.of(SERIES, SERIES.ID, Findable.words("{0}", SERIES.NAME), SERIES.CREATED_AT)
                        .few(),
                Findable.Shown.of(
                                SERIES.NAME,
                                DSL.inline(""),
                                DSL.coalesce(
                                        Findable.url("/meetings/", nearest(MEETING.ID)),
                                        Findable.url("/meetings/series/", SERIES.ID)))
                        .on(nearest(MEETING.STARTS_AT))));
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("meetings.series.new", "/meetings/series/new", "plus"));
    }

    private <T> Field<T> nearest(Field<T> what) {
        Field<Double> away = DSL.field(
                "abs(extract(epoch from {0} - {1}::timestamptz))",
                Double.class, MEETING.STARTS_AT, DSL.val(clock.instant().toString()));
        return DSL.field(DSL.select(what)
                .from(MEETING)
                .where(MEETING.SERIES_ID.eq(SERIES.ID))
                .and(MEETING.STATE.ne("cancelled"))
                .orderBy(away)
                .limit(1));
    }
}
