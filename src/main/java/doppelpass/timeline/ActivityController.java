package doppelpass.timeline;

import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.lists.Lists;
import doppelpass.web.Asked;
import doppelpass.web.Choice;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of activities, the form that logs one, and the history panel of a record. */
@Controller
class ActivityController {
    private final Activities activities;
    private final Lists lists;
    private final ActivityList list;
    private final Histories histories;
    private final People people;
    private final Organisations organisations;
    private final Clock clock;

    ActivityController(
            Activities activities,
            Lists lists,
            ActivityList list,
            Histories histories,
            People people,
            Organisations organisations,
            Clock clock) {
        this.activities = activities;
        this.lists = lists;
        this.list = list;
        this.histories = histories;
        this.people = people;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/activities")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> asked) {
        return new ModelAndView("timeline/activities")
                .addObject("list", lists.open(list, asked, me))
                .addObject(
                        "kinds",
                        Arrays.stream(NewActivity.Kind.values())
                                .map(NewActivity.Kind::code)
                                .toList())
                .addObject("people", colleagues());
    }

    @PostMapping("/activities")
    String log(@Me Person me, @ModelAttribute ActivityForm form, @RequestParam Map<String, String> sent) {
        Instant now = clock.instant();
        ZoneId zone = organisations.get().zone();
        NewActivity activity = form.toActivity(me.id(), now, zone);
        form.following(me, LocalDate.ofInstant(now, zone))
                .ifPresentOrElse(next -> activities.log(activity, sent, next), () -> activities.log(activity, sent));
        return "redirect:" + form.subjects().getFirst().url();
    }

    /** An activity stands on the page of what it is about. */
    @GetMapping("/activities/{id}")
    String show(@PathVariable long id) {
        About about = activities.about(List.of(id)).stream().findFirst().orElseThrow(Refusal::notFound);
        return "redirect:"
                + about.subjects().stream().findFirst().map(Subject::url).orElse("/activities");
    }

    /** Filter and pages of a history, in place of the panel. */
    @GetMapping("/history/{subjects}")
    ModelAndView history(@PathVariable String subjects, @RequestParam Map<String, String> parameters) {
        List<Subject> of = Subject.parse(subjects).orElseThrow(Refusal::notFound);
        Asked asked = new Asked(parameters);
        PageRequest every = asked.page(java.util.Set.of(), "occurred", true);
        PageRequest request = new PageRequest(every.sort(), true, History.PAGE, every.cursor());
        return new ModelAndView("timeline/history")
                .addObject("history", histories.of(of, asked.oneOf("kind", History.FILTERS), request));
    }

    private List<Choice> colleagues() {
        return people.all().stream()
                .map(person -> new Choice(Long.toString(person.id()), person.name()))
                .toList();
    }
}
