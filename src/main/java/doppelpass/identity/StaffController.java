package doppelpass.identity;

import doppelpass.core.Cursor;
import doppelpass.core.MalformedText;
import doppelpass.core.PageRequest;
import doppelpass.web.ListState;
import doppelpass.web.Refusal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The people of the organisation, for administrators. */
@Controller
class StaffController {
    private static final int PAGE = 50;

    private final Staff staff;

    StaffController(Staff staff) {
        this.staff = staff;
    }

    @GetMapping("/people")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String function,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(defaultValue = "active") String state,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam(defaultValue = "false") boolean desc,
            @RequestParam(required = false) @Nullable String at) {
        String column = StaffTable.SORTS.containsKey(sort) ? sort : "name";
        PageRequest first = PageRequest.first(column, desc, PAGE);
        PageRequest request = at == null ? first : first.at(place(at));
        var page = staff.page(new StaffFilter(q, function, team, state), request);
        Map<String, String> filters =
                Map.of("q", q, "function", function, "team", Objects.toString(team, ""), "state", state);
        return new ModelAndView("identity/people")
                .addObject("state", new ListState("/people", filters, request, page))
                .addObject("people", page.rows())
                .addObject("teams", staff.teams());
    }

    @GetMapping("/people/new")
    ModelAndView ask(@Me Person me) {
        return form(null, StaffForm.empty(me.language()), Map.of());
    }

    @PostMapping("/people")
    ModelAndView invite(@ModelAttribute StaffForm form) {
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            return again(form(null, form, errors));
        }
        return invitation(staff.invite(form.toPerson()));
    }

    @GetMapping("/people/{id}")
    ModelAndView show(@PathVariable long id) {
        StaffRow person = staff.get(id);
        return form(person, StaffForm.of(person), Map.of());
    }

    @PutMapping("/people/{id}")
    ModelAndView change(@PathVariable long id, @ModelAttribute StaffForm form) {
        StaffRow person = staff.get(id);
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            return again(form(person, form, errors));
        }
        staff.change(id, form.toChange());
        return new ModelAndView("redirect:/people");
    }

    /** Shown in the answer and never again: only its hash is kept. */
    @PostMapping("/people/{id}/link")
    ModelAndView link(@PathVariable long id) {
        return invitation(id);
    }

    @PutMapping("/people/{id}/deactivation")
    String deactivate(@PathVariable long id) {
        staff.deactivate(id);
        return "redirect:/people/" + id;
    }

    @DeleteMapping("/people/{id}/deactivation")
    String reactivate(@PathVariable long id) {
        staff.reactivate(id);
        return "redirect:/people/" + id;
    }

    private static Cursor place(String at) {
        try {
            return Cursor.decode(at);
        } catch (MalformedText e) {
            throw Refusal.of("web.error.request");
        }
    }

    private ModelAndView invitation(long id) {
        return new ModelAndView("identity/invitation")
                .addObject("person", staff.get(id))
                .addObject("path", staff.link(id));
    }

    private ModelAndView form(@Nullable StaffRow person, StaffForm form, Map<String, String> errors) {
        return new ModelAndView("identity/person")
                .addObject("person", person)
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("teams", staff.teams());
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
