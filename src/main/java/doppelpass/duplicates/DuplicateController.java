package doppelpass.duplicates;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import doppelpass.web.Asked;
import doppelpass.web.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The work list of records that look like one, and two or more of them side by side. */
@Controller
class DuplicateController {
    private final Duplicates duplicates;
    private final Merges merges;

    DuplicateController(Duplicates duplicates, Merges merges) {
        this.duplicates = duplicates;
        this.merges = merges;
    }

    @GetMapping("/duplicates")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> parameters) {
        Asked asked = new Asked(parameters);
        String kind = asked.text("kind");
        Long merged = asked.number("merged");
        return new ModelAndView("duplicates/index")
                .addObject("kind", kind)
                .addObject("kinds", duplicates.kinds(me))
                .addObject("groups", duplicates.groups(kind, me))
                .addObject("count", duplicates.count(kind, me))
                .addObject("compared", duplicates.compared(kind, me))
                .addObject("done", merged == null ? null : merges.find(merged).orElse(null))
                .addObject(
                        "distinct",
                        Subject.parse(asked.text("distinct"))
                                .map(Subject::codes)
                                .orElse(""))
                .addObject("last", merges.last());
    }

    @GetMapping("/duplicates/{records}")
    ModelAndView show(@Me Person me, @PathVariable String records) {
        return new ModelAndView("duplicates/show")
                .addObject("page", duplicates.compare(subjects(records), me))
                .addObject("next", duplicates.next(records, me));
    }

    @PutMapping("/duplicates/{records}/distinction")
    String distinct(@Me Person me, @PathVariable String records) {
        duplicates.distinct(subjects(records), me);
        return "redirect:/duplicates?distinct=" + records;
    }

    @DeleteMapping("/duplicates/{records}/distinction")
    String reopen(@Me Person me, @PathVariable String records) {
        duplicates.reopen(subjects(records), me);
        return "redirect:/duplicates/" + records;
    }

    static List<Subject> subjects(String codes) {
        return Subject.parse(codes).orElseThrow(Refusal::notFound);
    }
}
