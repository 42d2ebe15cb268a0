package doppelpass.signin;

import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.identity.Sessions;
import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Somebody's second factor and sessions, for administrators. */
@Controller
class PersonSecurityController {
    private final People people;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Providers providers;

    PersonSecurityController(People people, SecondFactors factors, Sessions sessions, Providers providers) {
        this.providers = providers;
        this.people = people;
        this.factors = factors;
        this.sessions = sessions;
    }

    @GetMapping("/people/{id}/security")
    ModelAndView show(@PathVariable long id, HttpServletRequest request) {
        Person person = person(id);
        return new ModelAndView("signin/person-security")
                .addObject("person", person)
                .addObject("factor", factors.of(person))
                .addObject("providers", providers.knowing(id))
                .addObject("sessions", sessions.of(id, request));
    }

    @DeleteMapping("/people/{id}/second-factor")
    String reset(@PathVariable long id) {
        person(id);
        factors.reset(id);
        return back(id);
    }

    @DeleteMapping("/people/{id}/sessions")
    String endSessions(@PathVariable long id) {
        person(id);
        sessions.endAll(id);
        return back(id);
    }

    /** For somebody whom the provider knows by another account now. */
    @DeleteMapping("/people/{id}/provider-accounts")
    String unlink(@PathVariable long id) {
        providers.unlink(id);
        return back(id);
    }

    private Person person(long id) {
        return people.find(id).orElseThrow(Refusal::notFound);
    }

    private static String back(long id) {
        return "redirect:/people/" + id + "/security";
    }
}
