package doppelpass.identity;

import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's own settings: language, looks, password, sessions. */
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

    @PutMapping("/me/password")
    String password(@Me Person me, @RequestParam String current, @RequestParam String fresh) {
        if (people.authenticate(me.mail(), current).isEmpty()) {
            throw Refusal.of("identity.error.currentPassword");
        }
        people.changePassword(me.id(), fresh);
        return "redirect:/sign-in";
    }

    @DeleteMapping("/me/sessions")
    String signOutEverywhere(@Me Person me, HttpServletRequest request) {
        people.endSessions(me.id());
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "redirect:/sign-in?bye";
    }
}
