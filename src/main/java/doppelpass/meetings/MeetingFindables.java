package doppelpass.meetings;

import static doppelpassdb.meetings.Tables.MEETING;
import static doppelpassdb.meetings.Tables.SERIES;

import doppelpass.identity.Person;
import doppelpass.search.plug.Command;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findables;
import java.util.List;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Meetings in the search box, by the name of their series. */
@Component
class MeetingFindables implements Findables {
    private static final Findable MEETINGS = new Findable(
            new Findable.Kind("meeting", "meetings.title", "messages", "/meetings/0", ""),
            Findable.Source.of(
                            MEETING.join(SERIES).on(SERIES.ID.eq(MEETING.SERIES_ID)),
                            MEETING.ID,
                            Findable.words("{0}", SERIES.NAME),
                            MEETING.STARTS_AT)
                    .where(MEETING.STATE.ne("cancelled")),
            Findable.Shown.of(SERIES.NAME, DSL.inline(""), Findable.url("/meetings/", MEETING.ID))
                    .on(MEETING.STARTS_AT));

    @Override
    public List<Findable> of(Person reader) {
        return List.of(MEETINGS);
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("meetings.series.new", "/meetings/series/new", "plus"));
    }
}
