package doppelpass.bin;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import doppelpass.web.Asked;
import doppelpass.web.ListState;
import doppelpass.web.Refusal;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The bin: what was deleted, by whom, and the way back. */
@Controller
class BinController {
    private final Deletions deletions;

    BinController(Deletions deletions) {
        this.deletions = deletions;
    }

    @GetMapping("/bin")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> parameters) {
        Asked asked = new Asked(parameters);
        PageRequest request = asked.page(Set.of(), "deleted", true);
        Page<Deleted> page = deletions.page(asked.text("kind"), asked.text("q"), request, me);
        return new ModelAndView("bin/index")
                .addObject("state", new ListState("/bin", asked.only("kind", "q"), request, page))
                .addObject("deleted", page.rows())
                .addObject("kinds", deletions.kinds(me))
                .addObject("last", deletions.last(asked.text("deleted"), me));
    }

    /** {@code record} is a record as the timeline writes it: {@code contact-5}. */
    @PutMapping("/bin/{record}")
    String delete(@Me Person me, @PathVariable String record) {
        Subject subject = subject(record);
        deletions.delete(subject, me);
        return "redirect:/bin?deleted=" + subject.code();
    }

    @DeleteMapping("/bin/{record}")
    String restore(@Me Person me, @PathVariable String record) {
        Subject subject = subject(record);
        deletions.restore(subject, me);
        return "redirect:" + subject.url();
    }

    private static Subject subject(String record) {
        return Subject.parse(record)
                .filter(some -> some.size() == 1)
                .orElseThrow(Refusal::notFound)
                .getFirst();
    }
}
