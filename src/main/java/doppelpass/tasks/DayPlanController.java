package doppelpass.tasks;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.tasks.TaskAnswers.Said;
import doppelpass.timeline.Plan;
import doppelpass.timeline.Plans;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What became of planned calls and meetings, said on the day. */
@Controller
class DayPlanController {
    private static final String HTMX = "HX-Request";

    private final Plans plans;
    private final TaskAnswers answers;

    DayPlanController(Plans plans, TaskAnswers answers) {
        this.plans = plans;
        this.answers = answers;
    }

    @PutMapping("/day/plans/{id}/outcome")
    ModelAndView settle(
            @Me Person me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean fragment) {
        Plan.Was was = plans.settle(id, outcome, me);
        return day(fragment, me, "timeline.plan.settled").addObject("was", was);
    }

    @PutMapping("/day/plans/{id}/time")
    ModelAndView move(
            @Me Person me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String when,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean fragment) {
        Plan.Was was = plans.move(id, when, me);
        return day(fragment, me, "timeline.plan.moved").addObject("was", was);
    }

    @DeleteMapping("/day/plans/{id}/outcome")
    ModelAndView reopen(
            @Me Person me,
            @PathVariable long id,
            @RequestParam Instant at,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean fragment) {
        plans.reopen(new Plan.Was(id, at), me);
        return day(fragment, me, "timeline.plan.again");
    }

    private ModelAndView day(boolean fragment, Person me, String said) {
        return answers.to(TaskAnswers.DAY, fragment, me, Said.of(said, 0));
    }
}
