package doppelpass.reach;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sharing a record and ending it; both answer with the part of its page. */
@Controller
class ShareController {
    private final Shares shares;
    private final SharePart part;

    ShareController(Shares shares, SharePart part) {
        this.shares = shares;
        this.part = part;
    }

    @PostMapping("/shares/{record}")
    ModelAndView share(
            @Me Person me,
            @PathVariable String record,
            @RequestParam String with,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return answer(shares.share(record, with, me), fragment);
    }

    @DeleteMapping("/shares/{record}/{id}")
    ModelAndView end(
            @Me Person me,
            @PathVariable String record,
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return answer(shares.end(record, id, me), fragment);
    }

    private ModelAndView answer(Subject record, boolean fragment) {
        return fragment
                ? new ModelAndView("reach/shares", part.model(record))
                : new ModelAndView("redirect:" + record.url());
    }
}
