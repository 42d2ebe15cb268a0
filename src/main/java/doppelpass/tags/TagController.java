package doppelpass.tags;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.records.Access;
import doppelpass.timeline.Subject;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tags in use: renamed and removed in one place. */
@Controller
class TagController {
    private final Tags tags;
    private final Access access;

    TagController(Tags tags, Access access) {
        this.tags = tags;
        this.access = access;
    }

    @GetMapping("/tags")
    ModelAndView index() {
        return new ModelAndView("tags/index").addObject("tags", tags.all());
    }

    @PutMapping("/tags/{id}")
    String rename(@PathVariable long id, @RequestParam String name) {
        tags.rename(id, name);
        return "redirect:/tags";
    }

    /** All tags of a record as one types them; answers with its line of tags. */
    @PutMapping("/tags/on/{record}")
    ModelAndView put(
            @Me Person me,
            @PathVariable String record,
            @RequestParam String names,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        Subject subject = access.demandChange(record, me);
        tags.tag(subject.kind().code(), subject.id(), names, me);
        return fragment
                ? new ModelAndView("tags/line", TagPart.model(subject, tags.of(subject)))
                : new ModelAndView("redirect:" + subject.url());
    }

    @DeleteMapping("/tags/{id}")
    String delete(@PathVariable long id) {
        tags.delete(id);
        return "redirect:/tags";
    }
}
