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
import java.util.stream.Collectors;
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
    private final LooseDeletions loose;
    private final Contents contents;

    BinController(Deletions deletions, LooseDeletions loose, Contents contents) {
        this.deletions = deletions;
        this.loose = loose;
        this.contents = contents;
    }

    @GetMapping("/bin")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> parameters) {
        Asked asked = new Asked(parameters);
        PageRequest request = asked.page(Set.of(), "deleted", true);
        Page<Deleted> page = contents.page(asked.text("kind"), asked.text("q"), request, me);
        Deleted last = contents.last(asked.text("deleted"), me);
        return new ModelAndView("bin/index")
                .addObject("state", new ListState("/bin", asked.only("kind", "q"), request, page))
                .addObject("deleted", page.rows())
                .addObject("kinds", contents.kinds(me))
                .addObject("restorable", restorable(page, me))
                .addObject("last", last)
                .addObject("back", last == null ? "" : contents.path(last.record()));
    }

    /** {@code record} is a record as the timeline writes it: {@code contact-5}. */
    @PutMapping("/bin/{record}")
    String delete(@Me Person me, @PathVariable String record) {
        Binned known = known(record);
        known.subject().ifPresentOrElse(subject -> deletions.delete(subject, me), () -> loose.delete(known, me));
        return "redirect:/bin?deleted=" + known.code();
    }

    @DeleteMapping("/bin/{record}")
    String restore(@Me Person me, @PathVariable String record) {
        Binned known = known(record);
        known.subject().ifPresentOrElse(subject -> deletions.restore(subject, me), () -> loose.restore(known, me));
        return "redirect:" + known.subject().map(Subject::url).orElseGet(() -> contents.path(known));
    }

    private Set<Long> restorable(Page<Deleted> page, Person me) {
        return page.rows().stream()
                .filter(deleted -> contents.restores(deleted, me))
                .map(Deleted::id)
                .collect(Collectors.toSet());
    }

    private static Binned known(String record) {
        return Binned.parse(record).orElseThrow(Refusal::notFound);
    }
}
