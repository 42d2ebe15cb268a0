package doppelpass.identity;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The door from outside; the checking itself is Spring Security's. */
@Controller
class SignInController {

    @GetMapping("/")
    String home() {
        return "redirect:/scoreboard";
    }

    @GetMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(required = false) String failed,
            @RequestParam(required = false) String bye,
            @RequestParam(required = false) String changed) {
        String note = failed != null
                ? "identity.signIn.failed"
                : bye != null ? "identity.signIn.bye" : changed != null ? "identity.signIn.changed" : "";
        return new ModelAndView("identity/sign-in").addObject("note", note).addObject("failed", failed != null);
    }
}
