package doppelpass.glossary;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.rules.Builder;
import doppelpass.rules.Builders;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.ModelAndView;

/** Wordings of a term: propose, compare, back-test, sign, withdraw. */
@Controller
class VersionController {
    private final Glossary glossary;
    private final BackTests backTests;
    private final Builders builders;
    private final Clock clock;

    VersionController(Glossary glossary, BackTests backTests, Builders builders, Clock clock) {
        this.glossary = glossary;
        this.backTests = backTests;
        this.builders = builders;
        this.clock = clock;
    }

    @GetMapping("/glossary/{key}/versions/new")
    ModelAndView ask(@PathVariable String key) {
        Term term = glossary.get(key);
        TermForm form = TermForm.of(term);
        return new ModelAndView("glossary/propose")
                .addObject("term", term)
                .addObject("form", form)
                .addObject("builder", builder(term, form));
    }

    private @Nullable Builder builder(Term term, TermForm form) {
        return term.subject() == null ? null : builders.of(term.subject(), form.ruleText(), term.key());
    }

    @PostMapping("/glossary/{key}/versions")
    String propose(@PathVariable String key, @ModelAttribute TermForm form, @Me Person me) {
        int number = glossary.propose(key, form.wording(), form.noteText(), form.start(), me);
        return "redirect:/glossary/" + key + "/versions/" + number;
    }

    @GetMapping("/glossary/{key}/versions/{number}")
    ModelAndView show(@PathVariable String key, @PathVariable int number, @Me Person me) {
        Term term = glossary.get(key);
        Version version = glossary.version(term, number);
        Version compared = term.inForce().filter(v -> v.number() != number).orElse(version);
        return new ModelAndView("glossary/version")
                .addObject("term", term)
                .addObject("version", version)
                .addObject("compared", compared)
                .addObject("backTest", backTests.of(term, version).orElse(null))
                .addObject("now", clock.instant())
                .addObject("me", me);
    }

    @DeleteMapping("/glossary/{key}/versions/{number}")
    String withdraw(@PathVariable String key, @PathVariable int number, @Me Person me) {
        glossary.withdraw(key, number, me);
        return "redirect:/glossary/" + key;
    }

    @PutMapping("/glossary/{key}/versions/{number}/signatures/{function}")
    String sign(@PathVariable String key, @PathVariable int number, @PathVariable String function, @Me Person me) {
        glossary.sign(key, number, function, me);
        return "redirect:/glossary/" + key + "/versions/" + number;
    }
}
