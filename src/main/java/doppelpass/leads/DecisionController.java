package doppelpass.leads;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do with a pass: accept, return, ask, answer, pass on, respond. */
@Controller
@RequestMapping("/hand-overs/{id}")
class DecisionController {
    private final Handovers handovers;
    private final Clock clock;

    DecisionController(Handovers handovers, Clock clock) {
        this.handovers = handovers;
        this.clock = clock;
    }

    /** What was accepted is the next thing to look at: one calls from its page. */
    @PutMapping("/acceptance")
    String accept(@Me Person me, @PathVariable long id) {
        handovers.accept(id, me, clock.instant());
        return "redirect:" + pass(id).subject().url();
    }

    @PutMapping("/return")
    String giveBack(@Me Person me, @PathVariable long id, @RequestParam String reason, @RequestParam String note) {
        Reason why = Reason.of(reason).orElseThrow(() -> Refusal.of("leads.error.reason"));
        handovers.returnWith(id, why, note.strip(), me, clock.instant());
        return "redirect:/hand-overs";
    }

    @PostMapping("/query")
    String ask(@Me Person me, @PathVariable long id, @RequestParam String question) {
        handovers.query(id, question, me, clock.instant());
        return "redirect:/hand-overs/" + id;
    }

    @PutMapping("/answer")
    String answer(@Me Person me, @PathVariable long id, @RequestParam String answer) {
        handovers.answer(id, answer, me, clock.instant());
        return "redirect:/hand-overs";
    }

    @PutMapping("/team")
    String passOn(@Me Person me, @PathVariable long id, @RequestParam @Nullable Long team) {
        handovers.reroute(id, team, null, me, clock.instant());
        return "redirect:/hand-overs";
    }

    @PutMapping("/response")
    String respond(@Me Person me, @PathVariable long id) {
        handovers.respond(pass(id).leadId(), me, clock.instant());
        return "redirect:/hand-overs";
    }

    @PutMapping("/pause")
    String rest(@Me Person me, @PathVariable long id, @RequestParam String note) {
        handovers.pauseForCustomer(id, note.strip(), me, clock.instant());
        return "redirect:/hand-overs/" + id;
    }

    @DeleteMapping("/pause")
    String goOn(@Me Person me, @PathVariable long id) {
        handovers.resume(id, me, clock.instant());
        return "redirect:/hand-overs/" + id;
    }

    private Handover pass(long id) {
        return handovers.find(id).orElseThrow(Refusal::notFound);
    }
}
