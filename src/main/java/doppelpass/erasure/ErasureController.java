package doppelpass.erasure;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.timeline.Naming;
import doppelpass.timeline.Subject;
import doppelpass.web.Asked;
import doppelpass.web.ListState;
import doppelpass.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Erasing the data of a person: first what would go, then, with the number typed once more, for good. */
@Controller
class ErasureController {
    private final Erasures erasures;
    private final Naming naming;

    ErasureController(Erasures erasures, Naming naming) {
        this.erasures = erasures;
        this.naming = naming;
    }

    @GetMapping("/erasures")
    ModelAndView index(@RequestParam Map<String, String> parameters) {
        Asked asked = new Asked(parameters);
        PageRequest request = asked.page(Set.of(), "erased", true);
        Page<Erased> page = erasures.page(request);
        return new ModelAndView("erasure/index")
                .addObject("state", new ListState("/erasures", Map.of(), request, page))
                .addObject("erased", page.rows())
                .addObject(
                        "done",
                        Optional.ofNullable(asked.number("done"))
                                .flatMap(erasures::find)
                                .orElse(null));
    }

    /** {@code record} is a record as the timeline writes it: {@code contact-5}. */
    @GetMapping("/erasures/{record}")
    ModelAndView show(@Me Person me, @PathVariable String record) {
        Subject subject = subject(record);
        return new ModelAndView("erasure/show")
                .addObject("taken", erasures.preview(subject, me))
                .addObject("record", subject)
                .addObject("name", naming.read(List.of(subject.code())).getFirst());
    }

    @PostMapping("/erasures/{record}")
    String erase(@Me Person me, @PathVariable String record, @RequestParam(defaultValue = "") String number) {
        Subject subject = subject(record);
        if (!number.strip().equals(String.valueOf(subject.id())))
            throw Refusal.of("erasure.error.number", "" + subject.id());
        return "redirect:/erasures?done=" + erasures.erase(subject, me);
    }

    private static Subject subject(String record) {
        return Subject.parse(record)
                .filter(some -> some.size() == 1)
                .orElseThrow(Refusal::notFound)
                .getFirst();
    }
}
