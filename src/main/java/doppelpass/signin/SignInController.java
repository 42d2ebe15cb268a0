package doppelpass.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The door from outside; the checking itself is Spring Security's. */
@Controller
class SignInController {
    private final AccessRules rules;
    private final Providers providers;
    private final Entrance entrance;

    SignInController(AccessRules rules, Providers providers, Entrance entrance) {
        this.rules = rules;
        this.providers = providers;
        this.entrance = entrance;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/scoreboard";
    }

    @GetMapping("/sign-in")
    ModelAndView signIn(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        Knock knock = Knock.of(asked.keySet());
        boolean onlyPasskey = entrance.half(request).isPresent() && knock == Knock.PASSKEY;
        boolean passwords = onlyPasskey || !rules.get().providersOnly() || asked.containsKey("administrator");
        return new ModelAndView("signin/sign-in")
                .addObject("knock", knock)
                .addObject("passwords", passwords)
                .addObject(
                        "providers",
                        providers.all().stream().filter(Provider::active).toList())
                .addObject("farewell", Farewell.in(request).orElse(null))
                .addObject("onlyPasskey", onlyPasskey);
    }
}
