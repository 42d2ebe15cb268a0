package doppelpass.deals;

import doppelpass.identity.Me;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a deal ends: won or lost, and taken back. */
@Controller
class DealClosureController {
    private final Deals deals;
    private final Organisations organisations;
    private final Clock clock;

    DealClosureController(Deals deals, Organisations organisations, Clock clock) {
        this.deals = deals;
        this.organisations = organisations;
        this.clock = clock;
    }

    @PutMapping("/deals/{id}/closure")
    String close(
            @Me Person me,
            @PathVariable long id,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String promised,
            @RequestParam(defaultValue = "") String on) {
        Instant at = at(DealFilter.day(on));
        switch (outcome) {
            case "won" -> deals.win(id, promised.isBlank() ? null : promised.strip(), me.id(), at);
            case "lost" -> {
                LossReason why = LossReason.of(reason).orElseThrow(() -> Refusal.of("deals.error.reason"));
                deals.lose(id, why, note.isBlank() ? null : note.strip(), me.id(), at);
            }
            default -> throw Refusal.of("deals.error.outcome");
        }
        return "redirect:/deals/" + id;
    }

    @DeleteMapping("/deals/{id}/closure")
    String reopen(@Me Person me, @PathVariable long id) {
        deals.reopen(id, me.id(), clock.instant());
        return "redirect:/deals/" + id;
    }

    /** Today means now; an earlier day counts from its noon, which is the same day wherever it is read. */
    private Instant at(@Nullable LocalDate day) {
        ZoneId zone = organisations.get().zone();
        Instant now = clock.instant();
        return day == null || day.equals(LocalDate.ofInstant(now, zone))
                ? now
                : day.atTime(12, 0).atZone(zone).toInstant();
    }
}
