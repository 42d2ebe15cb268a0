package doppelpass.meetings;

import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.mail.Mails;
import doppelpass.mail.Message;
import doppelpass.web.Messages;
import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every quarter of an hour: plans coming dates, collects agendas three days ahead, asks the host a day ahead to publish
 * or cancel, and reminds owners of their actions three days before, on the day, and the day after.
 */
@Component
class Reminders implements Job {
    private static final Set<Long> ACTION_DAYS = Set.of(-3L, 0L, 1L);

    private final Meetings planning;
    private final MeetingTable meetings;
    private final Agendas agendas;
    private final ActionTable actions;
    private final People people;
    private final Organisations organisations;
    private final Mails mails;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(
            Meetings planning,
            MeetingTable meetings,
            Agendas agendas,
            ActionTable actions,
            People people,
            Organisations organisations,
            Mails mails,
            TransactionTemplate transaction,
            Clock clock) {
        this.planning = planning;
        this.meetings = meetings;
        this.agendas = agendas;
        this.actions = actions;
        this.people = people;
        this.organisations = organisations;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "meetings.remind";
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(Duration.ofMinutes(15)));
    }

    @Override
    public void run(Run run) {
        if (organisations.find().isPresent()) remind(clock.instant());
    }

    void remind(Instant now) {
        planning.planAll();
        for (Meeting meeting : meetings.ahead(now, now.plus(Duration.ofDays(3)))) {
            if (meeting.collectedAt() == null) agendas.collect(meeting);
            if (meeting.lacksAgendaAt(now)) transaction.executeWithoutResult(t -> askHost(meeting, now));
        }
        LocalDate today = LocalDate.ofInstant(now, organisations.get().zone());
        actions.dueBefore(today.plusDays(4)).stream()
                .filter(action -> ACTION_DAYS.contains(ChronoUnit.DAYS.between(action.dueOn(), today)))
                .forEach(action -> transaction.executeWithoutResult(t -> remind(action, today)));
    }

    private void askHost(Meeting meeting, Instant now) {
        Optional<Person> host = people.find(meeting.series().hostId()).filter(Person::active);
        if (host.isEmpty() || !meetings.reminded(meeting.id(), now)) return;
        Locale locale = Dates.locale(host.get().language());
        String when = Dates.text(meeting.startsAt(), organisations.get().zone(), locale);
        mails.send(Message.plain(
                host.get().mail(),
                host.get().name(),
                Messages.text(
                        locale, "meetings.mail.host.subject", meeting.series().name()),
                Messages.text(
                        locale,
                        "meetings.mail.host.text",
                        meeting.series().name(),
                        when,
                        mails.link("/meetings/" + meeting.id()))));
    }

    private void remind(Action action, LocalDate today) {
        Optional<Person> owner = people.find(action.ownerId()).filter(Person::active);
        if (owner.isEmpty() || !actions.reminded(action.id(), today)) return;
        Locale locale = Dates.locale(owner.get().language());
        long late = ChronoUnit.DAYS.between(action.dueOn(), today);
        String key = late < 0 ? "meetings.mail.soon" : late == 0 ? "meetings.mail.today" : "meetings.mail.late";
        mails.send(Message.plain(
                owner.get().mail(),
                owner.get().name(),
                Messages.text(locale, key, action.text()),
                Messages.text(locale, "meetings.mail.action", action.text(), mails.link("/actions"))));
    }
}
