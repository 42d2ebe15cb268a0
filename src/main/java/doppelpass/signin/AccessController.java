package doppelpass.signin;

import doppelpass.core.TeamFunction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How people get in, for administrators: the own address, who needs a second factor, whether passwords count. */
@Controller
class AccessController {
    private final AccessRules rules;
    private final Providers providers;

    AccessController(AccessRules rules, Providers providers) {
        this.rules = rules;
        this.providers = providers;
    }

    @GetMapping("/access")
    ModelAndView show() {
        return new ModelAndView("signin/access")
                .addObject("rule", rules.get())
                .addObject("providers", providers.all())
                .addObject("functions", List.of(TeamFunction.values()));
    }

    @PutMapping("/access")
    String change(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "false") boolean providersOnly,
            @RequestParam(required = false) @Nullable List<String> secondFactor) {
        List<String> chosen = secondFactor == null ? List.of() : secondFactor;
        rules.change(new AccessRule(
                address.strip().replaceFirst("/+$", ""),
                providersOnly,
                Arrays.stream(TeamFunction.values())
                        .filter(f -> chosen.contains(f.code()))
                        .collect(Collectors.toUnmodifiableSet())));
        return "redirect:/access";
    }
}
