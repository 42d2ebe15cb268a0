package doppelpass.leads;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.ListState;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The inbox of passes: what waits at the left, everything needed to decide at the right. */
@Controller
class HandoverController {
    private static final int PAGE = 50;
    private static final int FEEDBACK_DAYS = 90;

    private final Passes passes;
    private final PassPages pages;
    private final FeedbackTable feedback;
    private final Clock clock;

    HandoverController(Passes passes, PassPages pages, FeedbackTable feedback, Clock clock) {
        this.passes = passes;
        this.pages = pages;
        this.feedback = feedback;
        this.clock = clock;
    }

    @GetMapping("/hand-overs")
    ModelAndView inbox(@Me Person me, @RequestParam(defaultValue = "in") String box) {
        Instant now = clock.instant();
        List<PassView> list = list(me, box, now);
        Optional<PassPage> first = list.stream().findFirst().map(view -> pages.page(view, me, now));
        return inbox(me, box, list, first.orElse(null), false, now);
    }

    @GetMapping("/hand-overs/{id}")
    ModelAndView show(@Me Person me, @PathVariable long id, @RequestParam(defaultValue = "in") String box) {
        Instant now = clock.instant();
        return inbox(me, box, list(me, box, now), pages.page(passes.get(id, now), me, now), true, now);
    }

    @GetMapping("/hand-overs/history")
    ModelAndView history(@RequestParam(defaultValue = "") String at) {
        PageRequest request = Places.request("offered", true, PAGE, at);
        Page<PassView> page = passes.history(request, clock.instant());
        return new ModelAndView("leads/history")
                .addObject("page", page)
                .addObject("state", new ListState("/hand-overs/history", Map.of(), request, page));
    }

    @GetMapping("/hand-overs/feedback")
    ModelAndView feedback() {
        Instant from = clock.instant().minus(java.time.Duration.ofDays(FEEDBACK_DAYS));
        return new ModelAndView("leads/feedback")
                .addObject("rows", feedback.since(from))
                .addObject("days", FEEDBACK_DAYS);
    }

    private List<PassView> list(Person me, String box, Instant now) {
        return switch (box) {
            case "in" -> passes.toUs(me, now);
            case "out" -> passes.fromUs(me, now);
            case "decided" ->
                passes.decided(PageRequest.first("decided", true, PAGE), now).rows();
            default -> throw Refusal.notFound();
        };
    }

    private ModelAndView inbox(
            Person me, String box, List<PassView> list, @Nullable PassPage page, boolean picked, Instant now) {
        return new ModelAndView("leads/inbox")
                .addObject("box", box)
                .addObject("waiting", passes.waiting(me))
                .addObject("list", list)
                .addObject("page", page)
                .addObject("picked", picked);
    }
}
