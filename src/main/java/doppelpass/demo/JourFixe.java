package doppelpass.demo;

import doppelpass.core.Recurrence;
import doppelpass.identity.Person;
import doppelpass.meetings.Actions;
import doppelpass.meetings.Agendas;
import doppelpass.meetings.Item;
import doppelpass.meetings.Meeting;
import doppelpass.meetings.Meetings;
import doppelpass.meetings.Minutes;
import doppelpass.meetings.NewAction;
import doppelpass.meetings.Outcome;
import doppelpass.meetings.SeriesPlan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Every other Tuesday for nine months: agenda from the data, minutes, actions that come back. */
final class JourFixe {
    private static final int ITEMS = 4;

    /** Actions of the last weeks that nobody has done yet. */
    private static final int NEGLECTED = 4;

    private final Scene scene;
    private final StoryClock clock;
    private final Meetings meetings;
    private final Agendas agendas;
    private final Minutes minutes;
    private final Actions actions;
    private final List<Promised> promised = new ArrayList<>();
    private final Talk talk;
    private int left;

    JourFixe(Scene scene, StoryClock clock, Meetings meetings, Agendas agendas, Minutes minutes, Actions actions) {
        this.scene = scene;
        this.clock = clock;
        this.meetings = meetings;
        this.agendas = agendas;
        this.minutes = minutes;
        this.actions = actions;
        this.talk = Talk.read();
    }

    /** An action and when its owner will report it done. */
    private record Promised(long id, Instant done, Person owner, String result) {}

    void hold() {
        long series = found();
        List<Meeting> past = due(series);
        while (!past.isEmpty()) {
            Meeting next = past.getFirst();
            if (past.size() == 1) {
                clock.set(next.startsAt().minus(Duration.ofDays(2)));
                meetings.planAll();
                past = due(series);
            }
            hold(next, past.size() == 1);
            clock.set(next.endsAt().plus(Duration.ofDays(2)));
            past = due(series);
        }
        finish(scene.story().now());
        prepare(series);
    }

    private long found() {
        LocalDate first = scene.story().running().minusMonths(9).atDay(8);
        clock.set(scene.story().at(first.minusDays(7), 10, 0));
        Troupe t = scene.troupe();
        List<Long> participants = List.of(
                t.lena().id(),
                t.mara().id(),
                t.mila().id(),
                t.stefan().id(),
                t.svea().id(),
                t.jonas().id(),
                t.carlo().id(),
                t.selma().id());
        return meetings.found(
                new SeriesPlan(
                        "Jour fixe Marketing und Vertrieb",
                        Recurrence.weekly(DayOfWeek.TUESDAY, 2),
                        first.atTime(9, 0),
                        60,
                        t.lena().id(),
                        true,
                        participants),
                "marketing");
    }

    /** Planned meetings of the series whose time is over, the oldest first. */
    private List<Meeting> due(long series) {
        return meetings.ahead(400).stream()
                .filter(m -> m.series().id() == series && m.state().ahead())
                .filter(m -> m.endsAt().isBefore(scene.story().now()))
                .sorted(Comparator.comparing(Meeting::startsAt))
                .toList();
    }

    private void hold(Meeting meeting, boolean latest) {
        Instant start = meeting.startsAt();
        finish(start.minus(Duration.ofHours(30)));
        clock.set(start.minus(Duration.ofHours(27)));
        agendas.collect(meeting);
        agendas.publish(meeting);
        clock.set(start.plusSeconds(70));
        minutes.open(meeting);
        talkThrough(meeting);
        clock.set(start.plus(Duration.ofMinutes(scene.dice().whole(51, 62))));
        minutes.close(meeting);
        for (Person person : List.of(
                scene.troupe().mara(), scene.troupe().stefan(), scene.troupe().lena())) {
            minutes.vote(current(meeting), scene.dice().whole(3, 5), person);
        }
        clock.set(start.plus(Duration.ofHours(26)));
        minutes.confirm(current(meeting), scene.troupe().mara());
        if (latest) return;
        clock.set(start.plus(Duration.ofHours(47)));
        minutes.confirm(current(meeting), scene.troupe().stefan());
    }

    private void talkThrough(Meeting meeting) {
        Instant at = meeting.startsAt().plus(Duration.ofMinutes(6));
        List<Item> items = agendas.of(meeting.id()).stream()
                .filter(item -> item.open() && !item.frame())
                .limit(ITEMS)
                .toList();
        for (Item item : items) {
            clock.set(at);
            minutes.turnTo(item);
            clock.set(at.plus(Duration.ofMinutes(6)));
            conclude(meeting, item);
            at = at.plus(Duration.ofMinutes(scene.dice().whole(8, 11)));
        }
    }

    private void conclude(Meeting meeting, Item item) {
        Dice dice = scene.dice();
        Person writer = meeting.writer().equals("sales")
                ? scene.troupe().svea()
                : scene.troupe().mila();
        Talk.Line line = talk.about(item, dice);
        minutes.inform(item, "info", line.info(), writer);
        LocalDate day = scene.story().day(meeting.startsAt());
        if (dice.chance(0.4))
            minutes.decide(item, line.decision(), scene.troupe().lena().id(), day.plusDays(1), writer);
        boolean leave =
                left < NEGLECTED && meeting.startsAt().isAfter(scene.story().earlier(Duration.ofDays(48)));
        // talking about a late action makes no new one
        if (item.code().equals("A9") || !leave && !dice.chance(0.55)) return;
        Person owner = owner(item);
        LocalDate due = day.plusDays(leave ? 6 : dice.whole(5, 20));
        minutes.act(item, new NewAction(line.action(), owner.id(), due, line.kpi(item), line.effect()), writer);
        Outcome last = minutes.outcomes(meeting.id()).getLast();
        Instant done =
                scene.story().at(due.plusDays(dice.chance(0.78) ? -dice.whole(0, 4) : dice.whole(2, 26)), 15, 10);
        if (leave) {
            left++;
        } else {
            promised.add(new Promised(Objects.requireNonNull(last.action()).id(), done, owner, line.result()));
        }
    }

    private Person owner(Item item) {
        Troupe t = scene.troupe();
        return switch (item.owner()) {
            case "marketing" -> scene.dice().chance(0.5) ? t.mara() : t.mila();
            case "sales" -> scene.dice().one(List.of(t.stefan(), t.svea(), t.jonas()));
            case "controlling" -> t.carlo();
            case "leadership" -> t.lena();
            default -> scene.dice().one(List.of(t.mara(), t.stefan()));
        };
    }

    /** Whoever did something by a moment has said so. */
    private void finish(Instant until) {
        for (Promised p : List.copyOf(promised)) {
            if (p.done().isAfter(until)) continue;
            clock.set(p.done());
            actions.finish(p.id(), p.result(), p.owner());
            promised.remove(p);
        }
    }

    /** The next meeting's agenda as it stands today, with an item somebody asked for. */
    private void prepare(long series) {
        clock.set(scene.story().now());
        meetings.planAll();
        meetings.ahead(400).stream()
                .filter(m -> m.series().id() == series
                        && m.startsAt().isAfter(scene.story().now()))
                .min(Comparator.comparing(Meeting::startsAt))
                .ifPresent(next -> {
                    if (next.acceptsItemsAt(scene.story().now())) {
                        agendas.propose(
                                next,
                                "Messe im März: wer steht wann am Stand?",
                                "",
                                5,
                                scene.troupe().mila());
                    }
                    agendas.collect(next);
                    if (!next.acceptsItemsAt(scene.story().now())) agendas.publish(next);
                });
    }

    private Meeting current(Meeting meeting) {
        return meetings.find(meeting.id()).orElseThrow();
    }
}
