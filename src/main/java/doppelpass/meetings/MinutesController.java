package doppelpass.meetings;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** After the meeting: both teams confirm, corrections are appended, everybody says whether it was worth the time. */
@Controller
class MinutesController {
    private final Meetings meetings;
    private final Minutes minutes;

    MinutesController(Meetings meetings, Minutes minutes) {
        this.meetings = meetings;
        this.minutes = minutes;
    }

    @PutMapping("/meetings/{id}/confirmation")
    String confirm(@PathVariable long id, @Me Person me) {
        minutes.confirm(meetings.get(id, me), me);
        return "redirect:/meetings/" + id;
    }

    @PostMapping("/meetings/{id}/corrections")
    String correct(@PathVariable long id, @Me Person me, @RequestParam String text) {
        minutes.correct(meetings.get(id, me), text, me);
        return "redirect:/meetings/" + id;
    }

    @PutMapping("/meetings/{id}/vote")
    String vote(@PathVariable long id, @Me Person me, @RequestParam int score) {
        minutes.vote(meetings.get(id, me), score, me);
        return "redirect:/meetings/" + id;
    }
}
