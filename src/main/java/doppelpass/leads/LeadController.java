package doppelpass.leads;

import doppelpass.database.Seeing;
import doppelpass.fields.Demanded;
import doppelpass.fields.Fields;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.lists.Lists;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    private final Fields fields;
    private final Seeing seeing;
    private final Clock clock;

    LeadController(
            Leads leads,
            LeadPages pages,
            Lists lists,
            LeadList list,
            Qualifications qualifications,
            MqlRecheck recheck,
            Fields fields,
            Seeing seeing,
            Clock clock) {
        this.leads = leads;
        this.pages = pages;
        this.lists = lists;
        this.list = list;
        this.qualifications = qualifications;
        this.recheck = recheck;
        this.fields = fields;
        this.seeing = seeing;
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
        return pages.form(LeadForm.empty(contact, me.function()), find, Map.of(), demanded(null, Map.of()));
    }

    @PostMapping("/leads")
    ModelAndView save(@Me Person me, @ModelAttribute LeadForm form, @RequestParam Map<String, String> sent) {
        Map<String, String> errors = form.errors(true, sourced());
        Demanded demanded = demanded(null, sent);
        if (!errors.isEmpty() || !demanded.valid()) {
            return pages.rejected(pages.form(form, "", errors, demanded));
        }
        long id = fields.add("lead", demanded, () -> leads.create(form.toLead(clock.instant()), me));
        qualifications.review(id, clock.instant());
        return new ModelAndView("redirect:/leads/" + id);
    }

    @GetMapping("/leads/{id}")
    ModelAndView show(@Me Person me, @PathVariable long id) {
        return pages.show(id, me, clock.instant());
    }

    @GetMapping("/leads/{id}/edit")
    ModelAndView edit(@PathVariable long id) {
        return pages.edit(id, LeadForm.of(leads.get(id)), Map.of(), demanded(id, Map.of()));
    }

    @PutMapping("/leads/{id}")
    ModelAndView change(
            @Me Person me,
            @PathVariable long id,
            @ModelAttribute LeadForm form,
            @RequestParam Map<String, String> sent) {
        Map<String, String> errors = form.errors(false, sourced());
        Demanded demanded = demanded(id, sent);
        if (!errors.isEmpty() || !demanded.valid()) {
            return pages.rejected(pages.edit(id, form, errors, demanded));
        }
        leads.change(id, form.toChange(leads.get(id)), me);
        fields.write("lead", id, demanded.typed());
        qualifications.review(id, clock.instant());
        return new ModelAndView("redirect:/leads/" + id);
    }

    private boolean sourced() {
        return seeing.writes("lead", "source");
    }

    private Demanded demanded(@Nullable Long id, Map<String, String> sent) {
        return id == null ? fields.asked("lead", null, List.of(), sent) : fields.demanded("lead", id, List.of(), sent);
    }
}
