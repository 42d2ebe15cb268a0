package doppelpass.timeline;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.timeline.views.ActivityRow;
import doppelpass.web.Asked;
import doppelpass.web.Choice;
import doppelpass.web.ListState;
import doppelpass.web.Refusal;
import java.time.Clock;
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
    private final Histories histories;
    private final People people;
    private final Organisations organisations;
    private final Clock clock;

    ActivityController(
            Activities activities, Histories histories, People people, Organisations organisations, Clock clock) {
        this.activities = activities;
        this.histories = histories;
        this.people = people;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/activities")
    ModelAndView index(@RequestParam Map<String, String> parameters) {
        Asked asked = new Asked(parameters);
        PageRequest request = asked.page(ActivityTable.SORTS.keySet(), "occurred", true);
        ActivityFilter filter = ActivityFilter.of(asked, organisations.get().zone());
        Page<ActivityRow> page = activities.page(filter, request);
        Map<String, String> filters = asked.only("q", "kind", "person", "from", "to");
        return new ModelAndView("timeline/activities")
                .addObject("state", new ListState("/activities", filters, request, page))
                .addObject("rows", page.rows())
                .addObject(
                        "kinds",
                        Arrays.stream(NewActivity.Kind.values())
                                .map(NewActivity.Kind::code)
                                .toList())
                .addObject("people", colleagues());
    }

    @PostMapping("/activities")
    String log(@Me Person me, @ModelAttribute ActivityForm form) {
        activities.log(
                form.toActivity(me.id(), clock.instant(), organisations.get().zone()));
        return "redirect:" + form.subjects().getFirst().url();
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
