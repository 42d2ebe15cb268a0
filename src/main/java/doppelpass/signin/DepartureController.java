package doppelpass.signin;

import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Off to a provider: to sign in there, or to sign out. */
@Controller
class DepartureController {
    private final Departures departures;
    private final AccessRules rules;

    DepartureController(Departures departures, AccessRules rules) {
        this.departures = departures;
        this.rules = rules;
    }

    /** A provider that does not answer leaves the other doors as they are. */
    @GetMapping("/sign-in/providers/{key}")
    String signIn(@PathVariable String key, HttpServletRequest request, HttpServletResponse response) {
        try {
            return "redirect:" + departures.to(key, request, response);
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) throw refusal;
            return "redirect:/sign-in?" + Knock.SILENT.code();
        }
    }

    @GetMapping("/sign-out/provider")
    String signOut(HttpServletRequest request) {
        Optional<Farewell> farewell = Farewell.in(request);
        if (farewell.isEmpty()) return "redirect:/sign-in";
        Farewell.forgetIn(request);
        String own = rules.get().address();
        String back = own.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : own;
        return "redirect:" + farewell.get().url(back + "/sign-in");
    }
}
