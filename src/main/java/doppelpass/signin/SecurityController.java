package doppelpass.signin;

import doppelpass.identity.Me;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.identity.Sessions;
import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's own security: password, second factor, passkeys, sessions. */
@Controller
class SecurityController {
    private static final String PAGE = "redirect:/me/security";

    private final People people;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final AccessRules rules;
    private final Passkeys passkeys;
    private final Attempts attempts;

    SecurityController(
            People people,
            SecondFactors factors,
            Sessions sessions,
            AccessRules rules,
            Passkeys passkeys,
            Attempts attempts) {
        this.attempts = attempts;
        this.passkeys = passkeys;
        this.people = people;
        this.factors = factors;
        this.sessions = sessions;
        this.rules = rules;
    }

    @GetMapping("/me/security")
    ModelAndView show(@Me Person me, HttpServletRequest request) {
        return new ModelAndView("signin/security")
                .addObject("factor", factors.of(me))
                .addObject(
                        "password", people.hasPassword(me.id()) && rules.get().passwordOpens(me))
                .addObject("passkeys", passkeys.of(me.id()))
                .addObject("sessions", sessions.of(me.id(), request));
    }

    /** A new password ends every session, this one too. */
    @PutMapping("/me/password")
    String password(@Me Person me, @RequestParam String current, @RequestParam String fresh) {
        String tries = Attempts.passwordsOf(me.id());
        if (!attempts.mayTry(tries) || people.authenticate(me.mail(), current).isEmpty())
            throw Refusal.of("signin.error.currentPassword");
        people.changePassword(me.id(), fresh);
        attempts.forget(tries);
        return "redirect:/sign-in?changed";
    }

    @DeleteMapping("/me/sessions")
    String endOthers(@Me Person me, HttpServletRequest request) {
        sessions.endOthers(me.id(), request);
        return PAGE;
    }

    @DeleteMapping("/me/sessions/{id}")
    String end(@Me Person me, @PathVariable long id) {
        sessions.end(me.id(), id);
        return PAGE;
    }
}
