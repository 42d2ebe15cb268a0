package doppelpass.timeline;

import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Asked;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What became of a plan, and words put right, in a history; {@code about} and {@code kind} say in which. */
@Controller
class PlanController {
    private static final String HTMX = "HX-Request";

    private final Plans plans;
    private final ActivityEdits edits;
    private final Histories histories;

    PlanController(Plans plans, ActivityEdits edits, Histories histories) {
        this.plans = plans;
        this.edits = edits;
        this.histories = histories;
    }

    /** Its words put right. */
    @PutMapping("/activities/{id}")
    ModelAndView word(
            @Me Person me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String note,
            @RequestParam Map<String, String> form,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean fragment) {
        edits.change(id, activity -> activity.titled(subject).noted(note), me);
        return history(form, fragment, Map.of("said", "timeline.changed"));
    }

    @PutMapping("/activities/{id}/outcome")
    ModelAndView settle(
            @Me Person me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam Map<String, String> form,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean fragment) {
        Plan.Was was = plans.settle(id, outcome, me);
        return history(form, fragment, Map.of("said", "timeline.plan.settled", "was", was));
    }

    @PutMapping("/activities/{id}/time")
    ModelAndView move(
            @Me Person me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String when,
            @RequestParam Map<String, String> form,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean fragment) {
        Plan.Was was = plans.move(id, when, me);
        return history(form, fragment, Map.of("said", "timeline.plan.moved", "was", was));
    }

    @DeleteMapping("/activities/{id}/outcome")
    ModelAndView reopen(
            @Me Person me,
            @PathVariable long id,
            @RequestParam Instant at,
            @RequestParam Map<String, String> form,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean fragment) {
        plans.reopen(new Plan.Was(id, at), me);
        return history(form, fragment, Map.of("said", "timeline.plan.again"));
    }

    private ModelAndView history(Map<String, String> form, boolean fragment, Map<String, Object> toast) {
        List<Subject> of = Subject.parse(form.getOrDefault("about", "")).orElse(List.of());
        if (of.isEmpty() || !fragment)
            return new ModelAndView(
                    "redirect:" + (of.isEmpty() ? "/activities" : of.getFirst().url()));
        String kind = new Asked(form).oneOf("kind", History.FILTERS);
        return new ModelAndView("timeline/history", new HashMap<>(toast))
                .addObject("history", histories.of(of, kind, PageRequest.first("occurred", true, History.PAGE)));
    }
}
