package doppelpass.meetings;

import doppelpass.core.BusinessCalendar;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.mail.Mails;
import doppelpass.mail.Message;
import doppelpass.mail.Message.Invitation;
import doppelpass.meetings.CalendarText.Mailbox;
import doppelpass.web.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells people's calendars by mail. The organizer is the mailbox the mails come from, as receivers demand, and the host
 * is invited as chair, so that the meeting stands in the host's calendar too. Figures are not mailed, only links.
 */
@Component
class Invitations {
    private static final int HOLIDAYS_NAMED_MONTHS = 24;

    private final MeetingTable meetings;
    private final Mails mails;
    private final People people;
    private final Organisations organisations;
    private final Clock clock;

    Invitations(MeetingTable meetings, Mails mails, People people, Organisations organisations, Clock clock) {
        this.meetings = meetings;
        this.mails = mails;
        this.people = people;
        this.organisations = organisations;
        this.clock = clock;
    }

    String domain() {
        return mails.domain();
    }

    /** The whole series with the dates that were moved since, to these people; the list of invited names is complete. */
    void invite(Series series, Collection<Long> to) {
        if (to.isEmpty()) return;
        String calendar = text().request(organizer(), mailboxes(series, series.participants()), events(series));
        Invitation invitation = new Invitation("REQUEST", calendar);
        to.forEach(person -> mail(person, "meetings.mail.invite", series, null, invitation));
    }

    /** Takes the series out of these people's calendars and out of nobody else's. */
    void uninvite(Series series, Collection<Long> from) {
        for (long person : from) {
            CalendarEvent event = event(series).cancel(series.sequence());
            String calendar = text().cancel(organizer(), mailboxes(series, List.of(person)), List.of(event));
            mail(person, "meetings.mail.uninvite", series, null, new Invitation("CANCEL", calendar));
        }
    }

    /** One date has moved. */
    void reschedule(Meeting meeting) {
        Series series = meeting.series();
        String calendar =
                text().request(organizer(), mailboxes(series, series.participants()), List.of(instance(meeting)));
        Invitation invitation = new Invitation("REQUEST", calendar);
        series.participants().forEach(p -> mail(p, "meetings.mail.shift", series, meeting, invitation));
    }

    /** One date does not take place. */
    void callOff(Meeting meeting) {
        Series series = meeting.series();
        CalendarEvent event = instance(meeting).cancel(meeting.sequence());
        String calendar = text().cancel(organizer(), mailboxes(series, series.participants()), List.of(event));
        Invitation invitation = new Invitation("CANCEL", calendar);
        series.participants().forEach(p -> mail(p, "meetings.mail.cancel", series, meeting, invitation));
    }

    /** The series and its moved dates; holidays and cancelled dates are exceptions. */
    List<CalendarEvent> events(Series series) {
        List<CalendarEvent> events = new ArrayList<>(List.of(event(series)));
        meetings.of(series.id()).stream()
                .filter(m -> m.state() != MeetingState.CANCELLED && moved(m))
                .forEach(m -> events.add(instance(m)));
        return events;
    }

    CalendarText text() {
        return new CalendarText(organisation().zone(), clock.instant());
    }

    private CalendarEvent event(Series s) {
        return new CalendarEvent(
                s.uid(),
                s.sequence(),
                s.name(),
                "",
                mails.link("/meetings"),
                s.start(),
                Duration.ofMinutes(s.minutes()),
                s.rule(),
                exceptions(s),
                null,
                false);
    }

    private List<LocalDateTime> exceptions(Series s) {
        BusinessCalendar calendar = organisation().calendar(null);
        LocalDate today = LocalDate.ofInstant(clock.instant(), organisation().zone());
        LocalDate from = s.start().toLocalDate().isAfter(today) ? s.start().toLocalDate() : today;
        List<LocalDateTime> except =
                new ArrayList<>(s.holidays(s.start().toLocalDate(), from.plusMonths(HOLIDAYS_NAMED_MONTHS), calendar));
        meetings.of(s.id()).stream()
                .filter(m -> m.state() == MeetingState.CANCELLED)
                .map(Meeting::originalAt)
                .filter(date -> !except.contains(date)
                        && s.rule()
                                .dates(
                                        s.start(),
                                        date.toLocalDate(),
                                        date.toLocalDate().plusDays(1))
                                .contains(date))
                .forEach(except::add);
        return except.stream().sorted().toList();
    }

    private CalendarEvent instance(Meeting m) {
        LocalDateTime local =
                LocalDateTime.ofInstant(m.startsAt(), organisation().zone());
        return new CalendarEvent(
                m.series().uid(),
                m.sequence(),
                m.series().name(),
                "",
                mails.link("/meetings/" + m.id()),
                local,
                Duration.ofMinutes(m.minutes()),
                null,
                List.of(),
                m.originalAt(),
                false);
    }

    private boolean moved(Meeting m) {
        return !m.startsAt().equals(m.originalAt().atZone(organisation().zone()).toInstant());
    }

    private void mail(long to, String key, Series series, @Nullable Meeting meeting, Invitation invitation) {
        Optional<Person> found = people.find(to).filter(Person::active);
        found.ifPresent(person -> {
            Locale locale = Dates.locale(person.language());
            String link = mails.link(meeting == null ? "/meetings" : "/meetings/" + meeting.id());
            String when = meeting == null
                    ? ""
                    : Dates.text(meeting.startsAt(), organisation().zone(), locale);
            String subject = Messages.text(locale, key + ".subject", series.name(), when);
            String text = Messages.text(
                    locale, key + ".text", series.name(), when, link, meeting == null ? "" : meeting.reason());
            mails.send(
                    Message.plain(person.mail(), person.name(), subject, text).with(invitation));
        });
    }

    private Mailbox organizer() {
        return new Mailbox(mails.sender(), organisation().name(), false);
    }

    private List<Mailbox> mailboxes(Series series, Collection<Long> ids) {
        return ids.stream()
                .flatMap(id -> people.find(id).stream())
                .filter(Person::active)
                .map(p -> new Mailbox(p.mail(), p.name(), p.id() == series.hostId()))
                .toList();
    }

    private Organisation organisation() {
        return organisations.get();
    }
}
