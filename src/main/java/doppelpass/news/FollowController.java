package doppelpass.news;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.records.Access;
import doppelpass.timeline.Subject;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** The bell of a record. */
@Controller
class FollowController {
    private final Follows follows;
    private final Access access;

    FollowController(Follows follows, Access access) {
        this.follows = follows;
        this.access = access;
    }

    @PutMapping("/following/{record}")
    ModelAndView follow(
            @Me Person me,
            @PathVariable String record,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        Subject subject = access.demand(record, me);
        follows.follow(subject, me);
        return bell(subject, true, fragment);
    }

    @DeleteMapping("/following/{record}")
    ModelAndView unfollow(
            @Me Person me,
            @PathVariable String record,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        Subject subject = access.demand(record, me);
        follows.unfollow(subject, me);
        return bell(subject, false, fragment);
    }

    private static ModelAndView bell(Subject record, boolean followed, boolean fragment) {
        return fragment
                ? new ModelAndView("news/bell", FollowPart.model(record, followed))
                : new ModelAndView("redirect:" + record.url());
    }
}
