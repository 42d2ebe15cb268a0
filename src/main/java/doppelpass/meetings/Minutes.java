package doppelpass.meetings;

import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A meeting while it runs and what stays of it: outcomes, confirmed by both teams, then unchangeable. */
@Component
public class Minutes {
    private final MeetingTable meetings;
    private final AgendaTable agenda;
    private final MinutesTable table;
    private final Actions actions;
    private final People people;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Minutes(
            MeetingTable meetings,
            AgendaTable agenda,
            MinutesTable table,
            Actions actions,
            People people,
            Organisations organisations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.agenda = agenda;
        this.table = table;
        this.actions = actions;
        this.people = people;
        this.organisations = organisations;
        this.events = events;
        this.clock = clock;
    }

    /** Starts the meeting with its first item; everybody invited counts as present until somebody says otherwise. */
    @Transactional
    public void open(Meeting meeting) {
        Instant now = clock.instant();
        List<Item> items = agenda.of(meeting.id()).stream().filter(Item::open).toList();
        if (items.isEmpty()) throw Refusal.of("meetings.error.emptyAgenda");
        if (!meetings.open(meeting.id(), now)) throw Refusal.conflict("meetings.error.notAhead");
        table.present(meeting.id(), new HashSet<>(meeting.series().participants()));
        meetings.current(meeting.id(), items.getFirst().id(), now);
    }

    /** The clock of an item starts when it is called. */
    @Transactional
    public void turnTo(Item item) {
        Meeting meeting = running(item.meetingId());
        meetings.current(meeting.id(), item.id(), clock.instant());
    }

    @Transactional
    public void present(Meeting meeting, Set<Long> ids) {
        Set<Long> known = new HashSet<>(ids);
        known.retainAll(meeting.series().participants());
        writable(meeting.id());
        table.present(meeting.id(), known);
    }

    @Transactional
    public void inform(Item item, String kind, String text, Person by) {
        if (!kind.equals("info") && !kind.equals("parked")) throw Refusal.of("web.error.request");
        writable(item.meetingId());
        table.record(item, kind, checked(text), null, null, null, by.id(), clock.instant());
    }

    @Transactional
    public void decide(Item item, String text, long decider, LocalDate validFrom, Person by) {
        writable(item.meetingId());
        someone(decider);
        table.record(item, "decision", checked(text), decider, validFrom, null, by.id(), clock.instant());
    }

    /** An action is due in the future and has exactly one owner. */
    @Transactional
    public void act(Item item, NewAction action, Person by) {
        writable(item.meetingId());
        someone(action.ownerId());
        if (action.dueOn().isBefore(today())) throw Refusal.of("meetings.error.due");
        long id = actions.add(item.meetingId(), action, by);
        table.record(item, "action", action.text(), null, null, id, by.id(), clock.instant());
    }

    @Transactional
    public void strike(Meeting meeting, long outcome) {
        writable(meeting.id());
        table.strike(meeting.id(), outcome);
    }

    /** Ends the meeting; what was written is the draft of the minutes. */
    @Transactional
    public void close(Meeting meeting) {
        if (!meetings.close(meeting.id(), clock.instant())) throw Refusal.conflict("meetings.error.notRunning");
        events.publishEvent(new MeetingHeld(meeting.id()));
    }

    /** The second of the two teams makes them final. */
    @Transactional
    public void confirm(Meeting meeting, Person by) {
        Meeting locked = meetings.lock(meeting.id()).orElseThrow(Refusal::notFound);
        if (locked.state() != MeetingState.DRAFTED) throw Refusal.conflict("meetings.error.notDrafted");
        if (!locked.confirmedBy(by)) throw Refusal.of("meetings.error.notYourTeam");
        table.confirm(meeting.id(), by.function().code(), by.id(), clock.instant());
        if (table.confirmations(meeting.id()).size() == 2) meetings.confirm(meeting.id());
    }

    @Transactional
    public void correct(Meeting meeting, String text, Person by) {
        if (meeting.state() != MeetingState.CONFIRMED) throw Refusal.conflict("meetings.error.notConfirmed");
        table.correct(meeting.id(), checked(text), by.id(), clock.instant());
    }

    /** Was it worth the time, 1 to 5; once a person, and nobody can see who said what. */
    @Transactional
    public void vote(Meeting meeting, int score, Person by) {
        if (score < 1 || score > 5) throw Refusal.of("web.error.request");
        if (!meeting.state().open() && meeting.state() != MeetingState.CONFIRMED) {
            throw Refusal.conflict("meetings.error.notRunning");
        }
        if (!table.vote(meeting.id(), by.id(), score)) throw Refusal.conflict("meetings.error.voted");
    }

    public List<Outcome> outcomes(long meeting) {
        return table.outcomes(meeting);
    }

    public List<Confirmation> confirmations(long meeting) {
        return table.confirmations(meeting);
    }

    public List<Correction> corrections(long meeting) {
        return table.corrections(meeting);
    }

    public Set<Long> present(long meeting) {
        return table.present(meeting);
    }

    /** Score → how many gave it. */
    public Map<Integer, Integer> votes(long meeting) {
        return table.votes(meeting);
    }

    public boolean voted(long meeting, long person) {
        return table.voted(meeting, person);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisations.get().zone());
    }

    /** Whoever changes a draft takes the confirmations given so far back: they were for another text. */
    private void writable(long id) {
        Meeting meeting = meetings.lock(id).orElseThrow(Refusal::notFound);
        if (!meeting.state().open()) throw Refusal.conflict("meetings.error.final");
        if (meeting.state() == MeetingState.DRAFTED) table.unconfirm(id);
    }

    private Meeting running(long id) {
        Meeting meeting = meetings.lock(id).orElseThrow(Refusal::notFound);
        if (meeting.state() != MeetingState.RUNNING) throw Refusal.conflict("meetings.error.notRunning");
        return meeting;
    }

    private void someone(long id) {
        if (people.find(id).filter(Person::active).isEmpty()) throw Refusal.of("meetings.error.person");
    }

    private static String checked(String text) {
        if (text.isBlank() || text.length() > 2000) throw Refusal.of("meetings.error.text", 2000);
        return text.strip();
    }
}
