package doppelpass.glossary;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.rules.Rules;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The glossary's pages: all words, one word, its card. */
@Controller
class GlossaryController {
    private final Glossary glossary;
    private final Rules rules;
    private final Clock clock;

    GlossaryController(Glossary glossary, Rules rules, Clock clock) {
        this.glossary = glossary;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/glossary")
    ModelAndView index(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String show) {
        List<Term> terms = glossary.all().stream()
                .filter(term -> matches(term, q.strip().toLowerCase(Locale.ROOT)))
                .filter(term -> switch (show) {
                    case "open" -> term.proposal().isPresent();
                    case "unsigned" -> !term.waitingFor().isEmpty();
                    case "rule" -> term.shown().wording().rule() != null;
                    case "disputed" -> term.openDisputes() > 0;
                    default -> true;
                })
                .toList();
        return new ModelAndView("glossary/index")
                .addObject("terms", terms)
                .addObject("q", q)
                .addObject("show", show);
    }

    @GetMapping("/glossary/{key}")
    ModelAndView show(@PathVariable String key, @Me Person me) {
        Term term = glossary.get(key);
        return new ModelAndView("glossary/show")
                .addObject("term", term)
                .addObject("rule", glossary.definition(key).orElse(null))
                .addObject("history", glossary.history(term))
                .addObject("disputes", glossary.disputes(term))
                .addObject("now", clock.instant())
                .addObject("me", me);
    }

    @GetMapping("/glossary/{key}/card")
    ModelAndView card(@PathVariable String key) {
        return new ModelAndView("glossary/card").addObject("term", glossary.get(key));
    }

    @GetMapping("/glossary/new")
    ModelAndView ask() {
        return new ModelAndView("glossary/new")
                .addObject("form", TermForm.empty())
                .addObject("subjects", rules.subjects().all());
    }

    @PostMapping("/glossary")
    String add(@ModelAttribute TermForm form, @Me Person me) {
        glossary.add(form.keyText(), form.ownerText(), form.subjectText(), form.wording(), me);
        return "redirect:/glossary/" + form.keyText();
    }

    private static boolean matches(Term term, String q) {
        Wording wording = term.shown().wording();
        return q.isEmpty()
                || String.join(
                                " ",
                                term.key(),
                                wording.nameDe(),
                                wording.nameEn(),
                                wording.textDe(),
                                wording.textEn(),
                                wording.allowed())
                        .toLowerCase(Locale.ROOT)
                        .contains(q);
    }
}
