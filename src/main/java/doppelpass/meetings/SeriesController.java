package doppelpass.meetings;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Me;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.ModelAndView;

/** The editor of a series: rhythm, people, host. */
@Controller
class SeriesController {
    private final Meetings meetings;
    private final People people;
    private final Minutes minutes;

    SeriesController(Meetings meetings, People people, Minutes minutes) {
        this.meetings = meetings;
        this.people = people;
        this.minutes = minutes;
    }

    @GetMapping("/meetings/series/new")
    ModelAndView blank(@Me Person me) {
        return page(null, SeriesForm.empty(me.id(), minutes.today()), null);
    }

    @PostMapping("/meetings/series")
    ModelAndView found(@ModelAttribute SeriesForm form) {
        try {
            meetings.found(form.plan(), form.firstModerator());
        } catch (Refusal refusal) {
            return again(null, form, refusal);
        }
        return new ModelAndView("redirect:/meetings");
    }

    @GetMapping("/meetings/series/{id}")
    ModelAndView edit(@PathVariable long id, @Me Person me) {
        return page(id, SeriesForm.of(own(id, me)), null);
    }

    @PutMapping("/meetings/series/{id}")
    ModelAndView change(@PathVariable long id, @Me Person me, @ModelAttribute SeriesForm form) {
        own(id, me);
        try {
            meetings.change(id, form.plan());
        } catch (Refusal refusal) {
            return again(id, form, refusal);
        }
        return new ModelAndView("redirect:/meetings");
    }

    @DeleteMapping("/meetings/series/{id}")
    String end(@PathVariable long id, @Me Person me) {
        own(id, me);
        meetings.end(id);
        return "redirect:/meetings";
    }

    /** The host, leadership, administrators and participating leads may change a series. */
    private Series own(long id, Person me) {
        return meetings.findSeries(id)
                .filter(s -> !s.ended() && s.curatedBy(me))
                .orElseThrow(Refusal::notFound);
    }

    private ModelAndView again(@Nullable Long id, SeriesForm form, Refusal refusal) {
        ModelAndView page = page(id, form, refusal);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(@Nullable Long id, SeriesForm form, @Nullable Refusal refusal) {
        List<Person> candidates = people.all().stream()
                .filter(p -> p.active() && p.function() != TeamFunction.WORKS_COUNCIL)
                .toList();
        return new ModelAndView("meetings/series")
                .addObject("id", id == null ? 0L : id)
                .addObject("form", form)
                .addObject("people", candidates)
                .addObject("refusal", refusal);
    }
}
