package doppelpass.leads;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.web.ListState;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    private static final int PAGE = 50;

    private final Leads leads;
    private final LeadPages pages;
    private final Qualifications qualifications;
    private final MqlRecheck recheck;
    private final People people;
    private final Clock clock;

    LeadController(
            Leads leads,
            LeadPages pages,
            Qualifications qualifications,
            MqlRecheck recheck,
            People people,
            Clock clock) {
        this.leads = leads;
        this.pages = pages;
        this.qualifications = qualifications;
        this.recheck = recheck;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/leads")
    ModelAndView index(
            @Me Person me,
            @RequestParam Map<String, String> filters,
            @RequestParam(defaultValue = "created") String sort,
            @RequestParam(defaultValue = "") String at) {
        boolean known = LeadListTable.SORTS.containsKey(sort);
        boolean descending = filters.containsKey("desc") || !filters.containsKey("sort");
        PageRequest request = Places.request(known ? sort : "created", descending, PAGE, at);
        Page<LeadRow> page = leads.list(query(filters, me), request);
        Map<String, String> kept = new HashMap<>(filters);
        List.of("sort", "desc", "at").forEach(kept::remove);
        Map<Long, String> names = people.all().stream().collect(Collectors.toMap(Person::id, Person::name));
        return new ModelAndView("leads/index")
                .addObject("page", page)
                .addObject("names", names)
                .addObject("sources", pages.sources())
                .addObject("recheck", recheck.current().orElse(null))
                .addObject("writes", LeadActions.creates(me))
                .addObject("state", new ListState("/leads", kept, request, page));
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

    private static LeadQuery query(Map<String, String> filters, Person me) {
        String owner = filters.getOrDefault("owner", "");
        if (!owner.matches("mine|\\d{0,18}")) throw Refusal.notFound();
        Long ownerId = owner.isEmpty() ? null : owner.equals("mine") ? Long.valueOf(me.id()) : Long.valueOf(owner);
        return new LeadQuery(
                filters.getOrDefault("q", "").strip(),
                filters.getOrDefault("state", ""),
                filters.getOrDefault("source", ""),
                filters.getOrDefault("channel", ""),
                filters.getOrDefault("fit", ""),
                ownerId,
                filters.getOrDefault("state", "").isEmpty() && !filters.containsKey("ended"));
    }
}
