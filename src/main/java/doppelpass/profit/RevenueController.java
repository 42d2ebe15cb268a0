package doppelpass.profit;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.web.ListState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
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

/** Postings: list, post, correct, cancel. */
@Controller
class RevenueController {
    private static final int ROWS = 50;

    private final Revenues revenues;
    private final Organisations organisations;
    private final Clock clock;

    RevenueController(Revenues revenues, Organisations organisations, Clock clock) {
        this.revenues = revenues;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/revenue")
    ModelAndView index(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "posted") String sort,
            @RequestParam(defaultValue = "true") boolean desc,
            @RequestParam(required = false) String at) {
        PageRequest first = PageRequest.first(sort, desc, ROWS);
        PageRequest request = at == null ? first : first.at(doppelpass.core.Cursor.decode(at));
        Page<Revenue> page = revenues.page(q, status, request);
        ListState state = new ListState("/revenue", Map.of("q", q, "status", status), request, page);
        return new ModelAndView("profit/revenue").addObject("page", page).addObject("state", state);
    }

    @GetMapping("/revenue/new")
    ModelAndView ask() {
        revenues.demandRight();
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), organisations.get().zone());
        return form("/revenue", "", RevenueForm.empty(today), Map.of());
    }

    @PostMapping("/revenue")
    ModelAndView post(@ModelAttribute RevenueForm form) {
        Organisation organisation = organisations.get();
        Map<String, String> errors = form.errors(organisation.currency());
        if (!errors.isEmpty()) {
            return refused(form("/revenue", "", form, errors));
        }
        revenues.post(form.revenue(organisation.currency()));
        return new ModelAndView("redirect:/revenue");
    }

    @GetMapping("/revenue/{id}")
    ModelAndView edit(@PathVariable long id) {
        revenues.demandRight();
        Revenue revenue = revenues.get(id);
        RevenueForm form = RevenueForm.of(revenue, organisations.get().currency());
        return form("/revenue/" + id, "PUT", form, Map.of()).addObject("revenue", revenue);
    }

    @PutMapping("/revenue/{id}")
    ModelAndView correct(@PathVariable long id, @ModelAttribute RevenueForm form) {
        Revenue revenue = revenues.get(id);
        Organisation organisation = organisations.get();
        Map<String, String> errors = form.errors(organisation.currency());
        if (!errors.isEmpty()) {
            return refused(form("/revenue/" + id, "PUT", form, errors).addObject("revenue", revenue));
        }
        revenues.correct(id, form.revenue(organisation.currency()));
        return new ModelAndView("redirect:/revenue");
    }

    @DeleteMapping("/revenue/{id}")
    String cancel(@PathVariable long id) {
        revenues.cancel(id);
        return "redirect:/revenue";
    }

    private static ModelAndView form(String action, String method, RevenueForm form, Map<String, String> errors) {
        return new ModelAndView("profit/posting")
                .addObject("action", action)
                .addObject("method", method)
                .addObject("form", form)
                .addObject("errors", errors);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
