package doppelpass.identity;

import doppelpass.web.Locals;
import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The set-up page, behind the one-time link only. */
@Controller
class SetupController {
    private final SetupLink link;
    private final Organisations organisations;
    private final Locals locals;

    SetupController(SetupLink link, Organisations organisations, Locals locals) {
        this.link = link;
        this.organisations = organisations;
        this.locals = locals;
    }

    @GetMapping("/setup/{token}")
    ModelAndView ask(@PathVariable String token, HttpServletRequest request) {
        demand(token);
        return page(token, SetupForm.empty(locals.of(request).language()), Map.of());
    }

    @PostMapping("/setup/{token}")
    ModelAndView found(@PathVariable String token, @ModelAttribute SetupForm form) {
        demand(token);
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            ModelAndView again = page(token, form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        organisations.found(form.toOrganisation(), form.toAdministrator());
        return new ModelAndView("redirect:/sign-in");
    }

    private void demand(String token) {
        if (!link.opens(token)) {
            throw Refusal.notFound();
        }
    }

    private static ModelAndView page(String token, SetupForm form, Map<String, String> errors) {
        return new ModelAndView("identity/setup")
                .addObject("token", token)
                .addObject("form", form)
                .addObject("errors", errors);
    }
}
