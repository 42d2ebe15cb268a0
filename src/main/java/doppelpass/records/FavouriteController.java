package doppelpass.records;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** The star of a record, and the page of all one's stars. */
@Controller
class FavouriteController {
    private final Favourites favourites;
    private final Access access;

    FavouriteController(Favourites favourites, Access access) {
        this.favourites = favourites;
        this.access = access;
    }

    @GetMapping("/favourites")
    ModelAndView index(@Me Person me) {
        return new ModelAndView("records/favourites").addObject("kinds", favourites.of(me));
    }

    @PutMapping("/favourites/{record}")
    ModelAndView add(
            @Me Person me,
            @PathVariable String record,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        Subject subject = access.demand(record, me);
        favourites.add(subject, me);
        return star(subject, true, fragment);
    }

    @DeleteMapping("/favourites/{record}")
    ModelAndView remove(
            @Me Person me,
            @PathVariable String record,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        Subject subject = access.demand(record, me);
        favourites.remove(subject, me);
        return star(subject, false, fragment);
    }

    private static ModelAndView star(Subject record, boolean marked, boolean fragment) {
        return fragment
                ? new ModelAndView("records/star", FavouritePart.model(record, marked))
                : new ModelAndView("redirect:" + record.url());
    }
}
