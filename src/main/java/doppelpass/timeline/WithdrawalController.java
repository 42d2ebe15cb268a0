package doppelpass.timeline;

import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Asked;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes an entry of a history back, and restores it while one still thinks better of it. */
@Controller
class WithdrawalController {
    private final Withdrawals withdrawals;
    private final Histories histories;

    WithdrawalController(Withdrawals withdrawals, Histories histories) {
        this.withdrawals = withdrawals;
        this.histories = histories;
    }

    /** {@code about} and {@code kind} say which history it is asked from. */
    @PutMapping("/timeline/{key}/withdrawal")
    ModelAndView takeBack(
            @Me Person me,
            @PathVariable long key,
            @RequestParam Map<String, String> form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        withdrawals.takeBack(Entry.of(key), me);
        return history(form, fragment, Map.of("said", "timeline.takenBack.done", "undo", key));
    }

    @DeleteMapping("/timeline/{key}/withdrawal")
    ModelAndView restore(
            @Me Person me,
            @PathVariable long key,
            @RequestParam Map<String, String> form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        withdrawals.restore(Entry.of(key), me);
        return history(form, fragment, Map.of("said", "timeline.restored.done"));
    }

    private ModelAndView history(Map<String, String> form, boolean fragment, Map<String, Object> toast) {
        List<Subject> of = Subject.parse(form.getOrDefault("about", "")).orElse(List.of());
        if (of.isEmpty() || !fragment) {
            return new ModelAndView(
                    "redirect:" + (of.isEmpty() ? "/activities" : of.getFirst().url()));
        }
        String kind = new Asked(form).oneOf("kind", History.FILTERS);
        return new ModelAndView("timeline/history", toast)
                .addObject("history", histories.of(of, kind, PageRequest.first("occurred", true, History.PAGE)));
    }
}
