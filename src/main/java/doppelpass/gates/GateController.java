package doppelpass.gates;

import doppelpass.deals.Pipelines;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.records.Access;
import doppelpass.timeline.Subject;
import doppelpass.web.Asked;
import doppelpass.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the gates ask, and the answers about a deal. */
@Controller
class GateController {
    private final Gates gates;
    private final Pipelines pipelines;
    private final GatePart part;
    private final Access access;

    GateController(Gates gates, Pipelines pipelines, GatePart part, Access access) {
        this.gates = gates;
        this.pipelines = pipelines;
        this.part = part;
        this.access = access;
    }

    @GetMapping("/gates")
    ModelAndView index() {
        return new ModelAndView("gates/index")
                .addObject("pipelines", pipelines.all())
                .addObject("rules", gates.rules());
    }

    @PutMapping("/gates/{stage}")
    String ask(
            @PathVariable long stage,
            @RequestParam(defaultValue = "") String framework,
            @RequestParam(defaultValue = "0") int atLeast,
            @RequestParam(required = false) @Nullable List<String> must,
            @RequestParam(required = false) @Nullable List<String> facts) {
        Framework chosen = Framework.of(framework).orElse(null);
        Set<String> wanted = must == null || chosen == null
                ? Set.of()
                : must.stream().filter(chosen.items()::contains).collect(Collectors.toSet());
        Set<Fact> known = facts == null
                ? Set.of()
                : facts.stream().flatMap(code -> Fact.of(code).stream()).collect(Collectors.toSet());
        gates.ask(
                stage,
                new Rule(
                        chosen,
                        chosen == null ? 0 : Math.min(atLeast, chosen.items().size()),
                        wanted,
                        known));
        return "redirect:/gates";
    }

    @PutMapping("/gates/usual/{pipeline}")
    String usual(@PathVariable long pipeline, @RequestParam String framework) {
        gates.askUsual(pipeline, Framework.of(framework).orElseThrow(Refusal::notFound));
        return "redirect:/gates";
    }

    @PutMapping("/deals/{id}/answers/{item}")
    ModelAndView answer(
            @Me Person me,
            @PathVariable long id,
            @PathVariable String item,
            @RequestParam Map<String, String> sent,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        access.demandChange(Subject.deal(id).code(), me);
        Asked asked = new Asked(sent);
        String note = asked.text("note");
        gates.answer(
                id,
                item,
                Answer.Value.of(asked.text("value")),
                note.isEmpty() ? null : note,
                asked.number("activity"),
                me);
        return fragment
                ? new ModelAndView("gates/checklist").addObject("panel", part.panel(id, me))
                : new ModelAndView("redirect:/deals/" + id + "#checklist");
    }

    @PostMapping("/deals/{id}/passages")
    String pass(@Me Person me, @PathVariable long id, @RequestParam long stage, @RequestParam String reason) {
        access.demand(Subject.deal(id).code(), me);
        gates.pass(id, stage, reason, me);
        return "redirect:/deals/" + id;
    }
}
