package doppelpass.meetings;

import doppelpass.identity.Me;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The next dates, and one meeting from agenda to minutes. */
@Controller
class MeetingController {
    private static final int LISTED = 12;

    private final Meetings meetings;
    private final Agendas agendas;
    private final Minutes minutes;
    private final Feeds feeds;
    private final People people;
    private final Clock clock;

    MeetingController(Meetings meetings, Agendas agendas, Minutes minutes, Feeds feeds, People people, Clock clock) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.minutes = minutes;
        this.feeds = feeds;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/meetings")
    ModelAndView list(@Me Person me) {
        return new ModelAndView("meetings/index")
                .addObject("ahead", visible(meetings.ahead(100), me))
                .addObject("past", visible(meetings.past(100), me))
                .addObject(
                        "series",
                        meetings.running().stream()
                                .filter(s -> s.curatedBy(me) || s.participants().contains(me.id()))
                                .toList())
                .addObject("me", me)
                .addObject("feed", feeds.since(me.id()).orElse(null))
                .addObject("now", clock.instant());
    }

    private static List<Meeting> visible(List<Meeting> all, Person me) {
        return all.stream().filter(m -> m.visibleTo(me)).limit(LISTED).toList();
    }

    @GetMapping("/meetings/{id}")
    ModelAndView show(
            @PathVariable long id,
            @Me Person me,
            @RequestParam(required = false) @Nullable Long item,
            @RequestParam(defaultValue = "") String kind) {
        Meeting meeting = meetings.get(id, me);
        List<Item> items = agendas.of(id);
        MeetingPage page = new MeetingPage(
                meeting,
                me,
                items,
                shown(items, item != null ? item : meeting.itemId()),
                kind,
                minutes.outcomes(id),
                participants(meeting),
                minutes.present(id),
                minutes.confirmations(id),
                minutes.corrections(id),
                minutes.votes(id),
                minutes.voted(id, me.id()),
                clock.instant(),
                minutes.today());
        return new ModelAndView("meetings/meeting").addObject("page", page);
    }

    private static @Nullable Item shown(List<Item> items, @Nullable Long id) {
        return items.stream()
                .filter(i -> id != null && i.id() == id)
                .findFirst()
                .or(() -> items.stream().filter(i -> i.open() && !i.frame()).findFirst())
                .orElse(null);
    }

    private List<Person> participants(Meeting meeting) {
        return meeting.series().participants().stream()
                .flatMap(id -> people.find(id).stream())
                .sorted(Comparator.comparing(Person::function).thenComparing(Person::name))
                .toList();
    }

    @PutMapping("/meetings/{id}/date")
    String shift(@PathVariable long id, @Me Person me, @RequestParam String date, @RequestParam String time) {
        meetings.shift(curated(id, me), SeriesForm.moment(date, time));
        return "redirect:/meetings/" + id;
    }

    @PutMapping("/meetings/{id}/cancellation")
    String cancel(@PathVariable long id, @Me Person me, @RequestParam String reason) {
        meetings.cancel(curated(id, me), reason);
        return "redirect:/meetings";
    }

    private Meeting curated(long id, Person me) {
        Meeting meeting = meetings.get(id, me);
        if (!meeting.curatedBy(me)) throw doppelpass.web.Refusal.of("meetings.error.notCurator");
        return meeting;
    }
}
