package doppelpass.leads;

import doppelpass.identity.Me;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What moves a lead: a step, an offer, an end, a rest, another owner. */
@Controller
@RequestMapping("/leads/{id}")
class LeadMoveController {
    private final Leads leads;
    private final Handovers handovers;
    private final Qualifications qualifications;
    private final People people;
    private final Clock clock;

    LeadMoveController(Leads leads, Handovers handovers, Qualifications qualifications, People people, Clock clock) {
        this.leads = leads;
        this.handovers = handovers;
        this.qualifications = qualifications;
        this.people = people;
        this.clock = clock;
    }

    /** A lead that marketing starts to work on may qualify at once. */
    @PutMapping("/state")
    String move(@Me Person me, @PathVariable long id, @RequestParam LeadState state) {
        leads.move(id, state, me, clock.instant());
        qualifications.review(id, clock.instant());
        return "redirect:/leads/" + id;
    }

    @PostMapping("/hand-overs")
    String offer(
            @Me Person me, @PathVariable long id, @RequestParam String trigger, @RequestParam @Nullable Long team) {
        if (trigger.isBlank()) throw Refusal.of("leads.error.trigger");
        handovers.offer(id, new Offer(trigger.strip(), team, null), me, clock.instant());
        return "redirect:/leads/" + id;
    }

    @PutMapping("/disqualification")
    String disqualify(@Me Person me, @PathVariable long id, @RequestParam String reason, @RequestParam String note) {
        leads.disqualify(id, reason(reason), note.strip(), me, clock.instant());
        return "redirect:/leads/" + id;
    }

    @PutMapping("/recycling")
    String recycle(
            @Me Person me,
            @PathVariable long id,
            @RequestParam String reason,
            @RequestParam String note,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate revisit) {
        if (revisit == null) throw Refusal.of("leads.error.revisit");
        leads.recycle(id, reason(reason), note.strip(), revisit, me, clock.instant());
        return "redirect:/leads/" + id;
    }

    @PutMapping("/owner")
    String assign(@Me Person me, @PathVariable long id, @RequestParam long person) {
        leads.assign(id, people.find(person).orElseThrow(Refusal::notFound), me);
        return "redirect:/leads/" + id;
    }

    private static Reason reason(String code) {
        return Reason.of(code).orElseThrow(() -> Refusal.of("leads.error.reason"));
    }
}
