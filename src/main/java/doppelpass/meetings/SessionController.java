package doppelpass.meetings;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The meeting while it runs: which item has the floor, who is here, what comes out of it. */
@Controller
class SessionController {
    private final Meetings meetings;
    private final Agendas agendas;
    private final Minutes minutes;

    SessionController(Meetings meetings, Agendas agendas, Minutes minutes) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.minutes = minutes;
    }

    @PutMapping("/meetings/{id}/session")
    String open(@PathVariable long id, @Me Person me) {
        minutes.open(meetings.get(id, me));
        return "redirect:/meetings/" + id;
    }

    @DeleteMapping("/meetings/{id}/session")
    String close(@PathVariable long id, @Me Person me) {
        minutes.close(meetings.get(id, me));
        return "redirect:/meetings/" + id;
    }

    @PutMapping("/meetings/items/{id}/floor")
    String turnTo(@PathVariable long id, @Me Person me) {
        Item item = agendas.get(id, me);
        minutes.turnTo(item);
        return "redirect:/meetings/" + item.meetingId();
    }

    @PutMapping("/meetings/{id}/attendance")
    String present(@PathVariable long id, @Me Person me, @RequestParam(required = false) @Nullable List<Long> here) {
        minutes.present(meetings.get(id, me), here == null ? Set.of() : Set.copyOf(here));
        return "redirect:/meetings/" + id;
    }

    @PostMapping("/meetings/items/{id}/outcomes")
    String record(
            @PathVariable long id,
            @Me Person me,
            @RequestParam String kind,
            @RequestParam String text,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String kpi,
            @RequestParam(defaultValue = "") String effect) {
        Item item = agendas.get(id, me);
        switch (kind) {
            case "decision" -> minutes.decide(item, text, required(person), SeriesForm.day(day), me);
            case "action" ->
                minutes.act(
                        item,
                        new NewAction(text, required(person), SeriesForm.day(day), kpi.strip(), effect.strip()),
                        me);
            default -> minutes.inform(item, kind, text, me);
        }
        return "redirect:/meetings/" + item.meetingId() + "?item=" + id;
    }

    @DeleteMapping("/meetings/{id}/outcomes/{outcome}")
    String strike(@PathVariable long id, @PathVariable long outcome, @Me Person me) {
        minutes.strike(meetings.get(id, me), outcome);
        return "redirect:/meetings/" + id;
    }

    private static long required(@Nullable Long person) {
        if (person == null) throw Refusal.of("meetings.error.person");
        return person;
    }
}
