package doppelpass.meetings;

import doppelpass.database.Seeing;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.mail.Mails;
import doppelpass.mail.Message;
import doppelpass.meetings.plug.AgendaSource;
import doppelpass.meetings.plug.Occasion;
import doppelpass.meetings.plug.Text;
import doppelpass.meetings.plug.Topic;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agendas: collected from data, curated by people, published a day ahead. */
@Component
public class Agendas {
    private static final int FRAME_END = 9000;
    private static final int GAP = 10;

    private final MeetingTable meetings;
    private final AgendaTable table;
    private final ActionTable actions;
    private final List<AgendaSource> sources;
    private final Organisations organisations;
    private final People people;
    private final Mails mails;
    private final Clock clock;
    private final Seeing seeing;

    Agendas(
            MeetingTable meetings,
            AgendaTable table,
            ActionTable actions,
            List<AgendaSource> sources,
            Organisations organisations,
            People people,
            Mails mails,
            Clock clock,
            Seeing seeing) {
        this.meetings = meetings;
        this.table = table;
        this.actions = actions;
        this.sources = sources;
        this.organisations = organisations;
        this.people = people;
        this.mails = mails;
        this.clock = clock;
        this.seeing = seeing;
    }

    public List<Item> of(long meeting) {
        return table.of(meeting);
    }

    public Item get(long item, Person reader) {
        Item found = table.find(item).orElseThrow(Refusal::notFound);
        if (meetings.find(found.meetingId()).filter(m -> m.visibleTo(reader)).isEmpty()) throw Refusal.notFound();
        return found;
    }

    /** Asks every source anew; what people proposed, moved or dropped stays as it is. */
    @Transactional
    public void collect(Meeting meeting) {
        if (!meeting.state().ahead()) throw Refusal.conflict("meetings.error.notAhead");
        Instant now = clock.instant();
        Occasion occasion = new Occasion(
                meeting.id(),
                meeting.startsAt(),
                since(meeting),
                now,
                organisations.get().zone());
        table.forgetUncurated(meeting.id());
        List<Item> kept = table.of(meeting.id());
        Set<String> known = kept.stream().map(Item::subject).collect(Collectors.toCollection(HashSet::new));
        List<Topic> topics = seeing.everything(() -> sources.stream()
                .flatMap(source -> source.topics(occasion).stream())
                .filter(topic -> !known.contains(topic.subject()))
                .toList());
        int taken = kept.stream()
                .filter(Item::open)
                .filter(i -> !i.frame())
                .mapToInt(Item::minutes)
                .sum();
        write(meeting, Agenda.of(topics, meeting.minutes(), taken), kept);
        meetings.collected(meeting.id(), now);
    }

    private void write(Meeting meeting, Agenda agenda, List<Item> kept) {
        Map<String, Integer> before = table.postponed(meeting.series().id(), meeting.startsAt());
        int position = 0;
        for (Topic frame : frame(meeting)) {
            int place = Set.of("F1", "F2").contains(frame.code()) ? position : FRAME_END + position;
            table.insert(meeting.id(), place, frame, "open", 0, null);
            position += GAP;
        }
        int last = kept.stream()
                .filter(i -> !i.frame())
                .mapToInt(Item::position)
                .max()
                .orElse(0);
        position = Math.max(position, last + GAP);
        for (Topic topic : agenda.placed()) {
            table.insert(meeting.id(), position, topic, "open", before.getOrDefault(topic.subject(), 0), null);
            position += GAP;
        }
        for (Topic topic : agenda.postponed()) {
            int times = before.getOrDefault(topic.subject(), 0) + 1;
            table.insert(meeting.id(), position, topic, "postponed", times, null);
            position += GAP;
        }
    }

    /** The opening says how many of the last meeting's actions are done. */
    private List<Topic> frame(Meeting meeting) {
        List<Topic> frame = new ArrayList<>(Agenda.FRAME);
        meetings.previous(meeting)
                .map(last -> actions.of(last.id()))
                .filter(all -> !all.isEmpty())
                .ifPresent(all -> {
                    long done = all.stream().filter(Action::done).count();
                    frame.set(0, frame.getFirst().remarked(Text.of("meetings.frame.F1.done", done, all.size())));
                });
        return frame;
    }

    private Instant since(Meeting meeting) {
        return meetings.previous(meeting)
                .map(Meeting::startsAt)
                .orElse(meeting.startsAt().minus(Duration.ofDays(28)));
    }

    /** A participant's own item, until a day before. */
    @Transactional
    public void propose(Meeting meeting, String title, String remark, int minutes, Person by) {
        if (!meeting.acceptsItemsAt(clock.instant())) throw Refusal.conflict("meetings.error.tooLate");
        if (title.isBlank() || title.length() > 200) throw Refusal.of("meetings.error.text", 200);
        if (minutes < 1 || minutes > meeting.minutes()) throw Refusal.of("meetings.error.itemMinutes");
        Topic topic = new Topic(
                Item.MANUAL,
                "manual-" + UUID.randomUUID(),
                Text.plain(title.strip()),
                remark.isBlank() ? Text.of("meetings.proposedBy", by.name()) : Text.plain(remark.strip()),
                Topic.Tone.MUTED,
                by.function().code(),
                minutes,
                0,
                2,
                0,
                "",
                List.of());
        int position = table.of(meeting.id()).stream()
                .filter(i -> !i.frame())
                .mapToInt(Item::position)
                .max()
                .orElse(10 * GAP);
        table.insert(meeting.id(), position + GAP, topic, "open", 0, by.id());
    }

    @Transactional
    public void drop(Item item, String reason) {
        if (item.frame()) throw Refusal.of("meetings.error.frame");
        if (reason.isBlank()) throw Refusal.of("meetings.error.reason");
        table.curate(item.id(), "dropped", reason.strip());
    }

    /** Brings a dropped or postponed item onto the agenda. */
    @Transactional
    public void restore(Item item) {
        table.curate(item.id(), "open", "");
    }

    /** One place up or down among the items that are not part of the frame. */
    @Transactional
    public void move(Item item, boolean up) {
        List<Item> movable = new ArrayList<>(table.of(item.meetingId()).stream()
                .filter(i -> i.open() && !i.frame())
                .toList());
        int at = movable.stream().map(Item::id).toList().indexOf(item.id());
        int to = up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= movable.size()) return;
        table.place(item.id(), movable.get(to).position());
        table.place(movable.get(to).id(), item.position());
        table.curated(item.id());
        table.curated(movable.get(to).id());
    }

    /** Everybody may prepare: the agenda is announced by mail, the figures stay behind the sign-in. */
    @Transactional
    public void publish(Meeting meeting) {
        List<Item> items = table.of(meeting.id()).stream().filter(Item::open).toList();
        if (items.isEmpty()) throw Refusal.of("meetings.error.emptyAgenda");
        if (!meetings.publish(meeting.id(), clock.instant())) {
            throw Refusal.conflict("meetings.error.notAhead");
        }
        meeting.series().participants().forEach(id -> people.find(id).ifPresent(p -> announce(meeting, items, p)));
    }

    private void announce(Meeting meeting, List<Item> items, Person person) {
        Locale locale = Dates.locale(person.language());
        String when = Dates.text(meeting.startsAt(), organisations.get().zone(), locale);
        String list = items.stream()
                .filter(i -> !i.frame())
                .map(i -> "- " + i.title().in(locale) + " (" + i.minutes() + "′)")
                .collect(Collectors.joining("\n"));
        mails.send(Message.plain(
                person.mail(),
                person.name(),
                Messages.text(
                        locale, "meetings.mail.agenda.subject", meeting.series().name(), when),
                Messages.text(
                        locale, "meetings.mail.agenda.text", when, list, mails.link("/meetings/" + meeting.id()))));
    }
}
