package doppelpass.signin;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's own authenticator app and recovery codes. */
@Controller
class AuthenticatorController {
    private static final String BACK = "/me/security";

    private final SecondFactors factors;

    AuthenticatorController(SecondFactors factors) {
        this.factors = factors;
    }

    @PostMapping("/me/authenticator")
    String begin(@Me Person me) {
        factors.begin(me.id());
        return "redirect:/me/authenticator";
    }

    @GetMapping("/me/authenticator")
    ModelAndView ask(@Me Person me) {
        return page(me, null);
    }

    @PutMapping("/me/authenticator")
    ModelAndView confirm(@Me Person me, @RequestParam(defaultValue = "") String code) {
        try {
            return codes(factors.confirm(me.id(), code));
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) throw refusal;
            ModelAndView again = page(me, refusal.key());
            again.setStatus(refusal.status());
            return again;
        }
    }

    @DeleteMapping("/me/authenticator")
    String remove(@Me Person me, @RequestParam(defaultValue = "") String code) {
        factors.remove(me, code);
        return "redirect:" + BACK;
    }

    /** Shown in the answer and never again: only their hashes are kept. */
    @PostMapping("/me/recovery-codes")
    ModelAndView renew(@Me Person me, @RequestParam(defaultValue = "") String code) {
        return codes(factors.renew(me.id(), code));
    }

    private ModelAndView page(Person me, @Nullable String error) {
        return factors.begun(me.id())
                .map(enrolment -> new ModelAndView("signin/authenticator")
                        .addObject("enrolment", enrolment)
                        .addObject("error", error))
                .orElseGet(() -> new ModelAndView("redirect:" + BACK));
    }

    private static ModelAndView codes(List<String> codes) {
        return new ModelAndView("signin/recovery-codes")
                .addObject("codes", codes)
                .addObject("next", BACK);
    }
}
