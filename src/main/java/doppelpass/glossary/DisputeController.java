package doppelpass.glossary;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Doubts about a definition, raised and settled. */
@Controller
class DisputeController {
    private final Glossary glossary;

    DisputeController(Glossary glossary) {
        this.glossary = glossary;
    }

    @PostMapping("/glossary/{key}/disputes")
    String raise(@PathVariable String key, @RequestParam String text, @Me Person me) {
        glossary.dispute(key, text, null, me);
        return "redirect:/glossary/" + key;
    }

    @PutMapping("/glossary/{key}/disputes/{id}/settlement")
    String settle(@PathVariable String key, @PathVariable long id, @RequestParam String text, @Me Person me) {
        glossary.settle(id, text, me);
        return "redirect:/glossary/" + key;
    }
}
