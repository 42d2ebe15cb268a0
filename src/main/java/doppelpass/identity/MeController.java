package doppelpass.identity;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's own settings: language and looks. */
@Controller
class MeController {
    private final People people;

    MeController(People people) {
        this.people = people;
    }

    @GetMapping("/me")
    ModelAndView show(@Me Person me) {
        return new ModelAndView("identity/me").addObject("me", me);
    }

    @PutMapping("/me")
    String prefer(@Me Person me, @RequestParam String language, @RequestParam String theme) {
        people.prefer(me.id(), language, theme);
        return "redirect:/me";
    }
}
