package doppelpass.search;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is found, as a page and, while one types, as the content of the box. */
@Controller
class SearchController {
    private final Searches searches;

    SearchController(Searches searches) {
        this.searches = searches;
    }

    @GetMapping("/search")
    ModelAndView index(@RequestParam(defaultValue = "") String q, @Me Person me) {
        return new ModelAndView("search/index").addObject("found", searches.find(q, me));
    }

    @GetMapping("/search/hits")
    ModelAndView hits(@RequestParam(defaultValue = "") String q, @Me Person me) {
        return new ModelAndView("search/box").addObject("found", searches.find(q, me));
    }
}
