package doppelpass.meetings;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/** iCalendar messages of RFC 5545 and 5546: invitations, cancellations and the read-only feed. */
final class CalendarText {
    /** Counted in octets of UTF-8, without the line end (RFC 5545 3.1); a continuation's blank counts. */
    private static final int LINE_OCTETS = 75;

    private static final TimeZoneRegistry ZONES =
            TimeZoneRegistryFactory.getInstance().createRegistry();

    private final ZoneId zone;
    private final Instant stamp;

    CalendarText(ZoneId zone, Instant stamp) {
        this.zone = zone;
        this.stamp = stamp;
    }

    /** Somebody with a mailbox; the chair leads the meeting. */
    record Mailbox(String mail, String name, boolean chair) {}

    /** Invites, or tells invited people what changed. */
    String request(Mailbox organizer, List<Mailbox> attendees, List<CalendarEvent> events) {
        return message(ImmutableMethod.REQUEST, organizer, attendees, events);
    }

    /** Takes the meeting, one instance, or one person's part in it back. */
    String cancel(Mailbox organizer, List<Mailbox> attendees, List<CalendarEvent> events) {
        return message(ImmutableMethod.CANCEL, organizer, attendees, events);
    }

    /** For calendars that subscribe; names nobody. */
    String publish(List<CalendarEvent> events) {
        return message(ImmutableMethod.PUBLISH, null, List.of(), events);
    }

    private String message(
            Method method, @Nullable Mailbox organizer, List<Mailbox> attendees, List<CalendarEvent> events) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Doppelpass//Jour fixe//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        // a zone the library does not know goes by its name alone, which calendars resolve too
        TimeZone known = ZONES.getTimeZone(zone.getId());
        if (known != null) calendar.add(known.getVTimeZone());
        for (CalendarEvent event : events) {
            VEvent component = CalendarEntry.of(event, zone, stamp);
            if (organizer != null) component.add(organizer(organizer));
            attendees.forEach(a -> component.add(attendee(a, method.equals(ImmutableMethod.REQUEST))));
            calendar.add(component);
        }
        return folded(unfolded(calendar));
    }

    private static Property organizer(Mailbox mailbox) {
        Organizer organizer = new Organizer(URI.create("mailto:" + mailbox.mail()));
        organizer.add(new Cn(name(mailbox)));
        return organizer;
    }

    private static Property attendee(Mailbox mailbox, boolean answerWanted) {
        Attendee attendee = new Attendee(URI.create("mailto:" + mailbox.mail()));
        attendee.add(CuType.INDIVIDUAL);
        attendee.add(mailbox.chair() ? Role.CHAIR : Role.REQ_PARTICIPANT);
        attendee.add(PartStat.NEEDS_ACTION);
        if (answerWanted) attendee.add(Rsvp.TRUE);
        attendee.add(new Cn(name(mailbox)));
        return attendee;
    }

    /** A parameter cannot carry quotes or control characters. */
    private static String name(Mailbox mailbox) {
        return mailbox.name().replaceAll("\\p{Cntrl}+", " ").replace("\"", "'");
    }

    private static String unfolded(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false, 1_000_000).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The library folds by characters; the standard counts octets and never splits a character. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        for (String line : text.split("\r\n")) {
            int octets = 0;
            for (int i = 0; i < line.length(); ) {
                int character = line.codePointAt(i);
                int size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
                if (octets + size > LINE_OCTETS) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                folded.appendCodePoint(character);
                octets += size;
                i += Character.charCount(character);
            }
            folded.append("\r\n");
        }
        return folded.toString();
    }
}
