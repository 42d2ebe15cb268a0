package doppelpass.leads;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.lists.Lists;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Leads as a list and one by one; what moves them has controllers of its own. */
@Controller
class LeadController {
    private final Leads leads;
    private final LeadPages pages;
    private final Lists lists;
    private final LeadList list;
    private final Qualifications qualifications;
    private final MqlRecheck recheck;
    private final Clock clock;

    LeadController(
            Leads leads,
            LeadPages pages,
            Lists lists,
            LeadList list,
            Qualifications qualifications,
            MqlRecheck recheck,
            Clock clock) {
        this.leads = leads;
        this.pages = pages;
        this.lists = lists;
        this.list = list;
        this.qualifications = qualifications;
        this.recheck = recheck;
        this.clock = clock;
    }

    @GetMapping("/leads")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> asked) {
        return new ModelAndView("leads/index")
                .addObject("list", lists.open(list, asked, me))
                .addObject("sources", list.sources())
                .addObject("recheck", recheck.current().orElse(null))
                .addObject("writes", LeadActions.creates(me));
    }

    @GetMapping("/leads/new")
    ModelAndView create(
            @Me Person me,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String find) {
        return pages.form(LeadForm.empty(contact, me.function()), find, Map.of());
    }

    @PostMapping("/leads")
    ModelAndView save(@Me Person me, @ModelAttribute LeadForm form) {
        Map<String, String> errors = form.errors(true);
        if (!errors.isEmpty()) {
            return pages.rejected(pages.form(form, "", errors));
        }
        long id = leads.create(form.toLead(clock.instant()), me);
        qualifications.review(id, clock.instant());
        return new ModelAndView("redirect:/leads/" + id);
    }

    @GetMapping("/leads/{id}")
    ModelAndView show(@Me Person me, @PathVariable long id) {
        return pages.show(id, me, clock.instant());
    }

    @GetMapping("/leads/{id}/edit")
    ModelAndView edit(@PathVariable long id) {
        return pages.edit(id, LeadForm.of(leads.get(id)), Map.of());
    }

    @PutMapping("/leads/{id}")
    ModelAndView change(@Me Person me, @PathVariable long id, @ModelAttribute LeadForm form) {
        Map<String, String> errors = form.errors(false);
        if (!errors.isEmpty()) {
            return pages.rejected(pages.edit(id, form, errors));
        }
        leads.change(id, form.toChange(leads.get(id)), me);
        qualifications.review(id, clock.instant());
        return new ModelAndView("redirect:/leads/" + id);
    }
}
