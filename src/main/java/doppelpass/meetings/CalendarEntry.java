package doppelpass.meetings;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;

/** One {@link CalendarEvent} as a VEVENT whose times carry the zone's name. */
final class CalendarEntry {
    private CalendarEntry() {}

    static VEvent of(CalendarEvent event, ZoneId zone, Instant stamp) {
        VEvent entry = new VEvent(false);
        entry.add(new Uid(event.uid()));
        entry.add(new DtStamp(stamp));
        entry.add(new LastModified(stamp));
        entry.add(new Sequence(event.sequence()));
        entry.add(new Summary(line(event.title())));
        if (!event.description().isEmpty()) entry.add(new Description(event.description()));
        if (!event.url().isEmpty()) entry.add(new Url(URI.create(event.url())));
        entry.add(new DtStart<>(at(event.start(), zone)));
        entry.add(new DtEnd<>(at(event.start(), zone).plus(event.length())));
        if (event.instance() != null) entry.add(new RecurrenceId<>(at(event.instance(), zone)));
        if (event.rule() != null) entry.add(new RRule<>(event.rule().rule()));
        if (!event.except().isEmpty()) entry.add(except(event.except(), zone));
        entry.add(event.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return entry;
    }

    /** The library names the zone of single dates itself, but not of a list. */
    private static ExDate<ZonedDateTime> except(List<LocalDateTime> dates, ZoneId zone) {
        ExDate<ZonedDateTime> except = new ExDate<>(
                new DateList<>(dates.stream().map(date -> at(date, zone)).toList()));
        except.add(new TzId(zone.getId()));
        return except;
    }

    private static ZonedDateTime at(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone);
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
