package doppelpass.audit;

import doppelpass.audit.views.Names;
import doppelpass.core.Cursor;
import doppelpass.core.MalformedText;
import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.records.Access;
import doppelpass.timeline.Subject;
import doppelpass.web.Asked;
import doppelpass.web.ListState;
import doppelpass.web.Refusal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The search of administrators, the state of the chain, and the changes of one record. */
@Controller
class AuditController {
    private final Audit audit;
    private final Chains chains;
    private final People people;
    private final Organisations organisations;
    private final Access access;

    AuditController(Audit audit, Chains chains, People people, Organisations organisations, Access access) {
        this.audit = audit;
        this.chains = chains;
        this.people = people;
        this.organisations = organisations;
        this.access = access;
    }

    @GetMapping("/audit")
    ModelAndView index(@RequestParam Map<String, String> parameters) {
        Asked asked = new Asked(parameters);
        AuditFilter filter = AuditFilter.of(asked);
        ZoneId zone = organisations.get().zone();
        PageRequest request = asked.page(Set.of(), "id", true);
        var page = audit.page(filter, zone, request);
        return new ModelAndView("audit/index")
                .addObject("state", new ListState("/audit", asked.only(AuditFilter.NAMES), request, page))
                .addObject("changes", page.rows())
                .addObject("chain", chains.state())
                .addObject("kinds", audit.kinds())
                .addObject("people", people.all())
                .addObject("searched", audit.leftAside(filter, zone) ? AuditTable.SEARCHED : 0);
    }

    @PostMapping("/audit/verifications")
    String verify() {
        chains.ask();
        return "redirect:/audit";
    }

    @GetMapping("/audit/of/{kind}/{id}")
    ModelAndView of(
            @Me Person me,
            @PathVariable String kind,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String at) {
        Subject record = access.demand(Names.subject(kind, id).orElseThrow(Refusal::notFound), me);
        PageRequest newest = Audit.newest();
        return new ModelAndView("audit/of")
                .addObject("history", audit.of(record, at == null ? newest : newest.at(place(at))));
    }

    private static Cursor place(String at) {
        try {
            return Cursor.decode(at);
        } catch (MalformedText e) {
            throw Refusal.of("web.error.request");
        }
    }
}
