package doppelpass.identity;

import doppelpass.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forgotten password: ask for a link, choose a new one. */
@Controller
class PasswordLinkController {
    private final PasswordLinks links;

    PasswordLinkController(PasswordLinks links) {
        this.links = links;
    }

    @GetMapping("/password-link")
    ModelAndView form(@RequestParam(required = false) String asked) {
        return new ModelAndView("identity/password-link").addObject("asked", asked != null);
    }

    /** Always the same answer, also to an unknown address and to the hundredth question. */
    @PostMapping("/password-link")
    String ask(@RequestParam String mail) {
        links.ask(mail);
        return "redirect:/password-link?asked";
    }

    @GetMapping("/password/{token}")
    ModelAndView choose(@PathVariable String token) {
        demand(token);
        return page(token, null);
    }

    @PostMapping("/password/{token}")
    ModelAndView change(@PathVariable String token, @RequestParam String password) {
        demand(token);
        if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
            ModelAndView again = page(token, "identity.error.passwordForm");
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        links.use(token, password);
        return new ModelAndView("redirect:/sign-in?changed");
    }

    private void demand(String token) {
        if (!links.opens(token)) {
            throw Refusal.notFound();
        }
    }

    private static ModelAndView page(String token, @Nullable String error) {
        return new ModelAndView("identity/password").addObject("token", token).addObject("error", error);
    }
}
