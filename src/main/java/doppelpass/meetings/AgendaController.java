package doppelpass.meetings;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What comes onto the agenda, in which order, and its publication. */
@Controller
class AgendaController {
    private final Meetings meetings;
    private final Agendas agendas;

    AgendaController(Meetings meetings, Agendas agendas) {
        this.meetings = meetings;
        this.agendas = agendas;
    }

    @PutMapping("/meetings/{id}/proposals")
    String collect(@PathVariable long id, @Me Person me) {
        agendas.collect(meetings.get(id, me));
        return "redirect:/meetings/" + id;
    }

    @PostMapping("/meetings/{id}/items")
    String propose(
            @PathVariable long id,
            @Me Person me,
            @RequestParam String title,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(defaultValue = "5") int minutes) {
        agendas.propose(meetings.get(id, me), title, remark, minutes, me);
        return "redirect:/meetings/" + id;
    }

    @PutMapping("/meetings/{id}/publication")
    String publish(@PathVariable long id, @Me Person me) {
        Meeting meeting = meetings.get(id, me);
        demand(meeting, me);
        agendas.publish(meeting);
        return "redirect:/meetings/" + id;
    }

    @PutMapping("/meetings/items/{id}/place")
    String move(@PathVariable long id, @Me Person me, @RequestParam String to) {
        Item item = curated(id, me);
        agendas.move(item, to.equals("up"));
        return back(item);
    }

    @PutMapping("/meetings/items/{id}/removal")
    String drop(@PathVariable long id, @Me Person me, @RequestParam String reason) {
        Item item = curated(id, me);
        agendas.drop(item, reason);
        return "redirect:/meetings/" + item.meetingId();
    }

    @DeleteMapping("/meetings/items/{id}/removal")
    String restore(@PathVariable long id, @Me Person me) {
        Item item = curated(id, me);
        agendas.restore(item);
        return back(item);
    }

    private Item curated(long id, Person me) {
        Item item = agendas.get(id, me);
        Meeting meeting = meetings.get(item.meetingId(), me);
        demand(meeting, me);
        if (!meeting.state().ahead()) throw Refusal.conflict("meetings.error.notAhead");
        return item;
    }

    private static void demand(Meeting meeting, Person me) {
        if (!meeting.curatedBy(me)) throw Refusal.of("meetings.error.notCurator");
    }

    private static String back(Item item) {
        return "redirect:/meetings/" + item.meetingId() + "?item=" + item.id();
    }
}
