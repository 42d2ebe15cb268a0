package doppelpass.tasks;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** My day. */
@Controller
class DayController {
    private final Days days;

    DayController(Days days) {
        this.days = days;
    }

    @GetMapping("/day")
    ModelAndView show(@Me Person me) {
        return new ModelAndView("tasks/day").addObject("day", days.of(me)).addObject("me", me);
    }
}
