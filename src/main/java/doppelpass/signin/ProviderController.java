package doppelpass.signin;

import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Providers of single sign-on, for administrators. */
@Controller
class ProviderController {
    private static final String BACK = "redirect:/access";

    private final Providers providers;
    private final Discovery discovery;
    private final AccessRules rules;

    ProviderController(Providers providers, Discovery discovery, AccessRules rules) {
        this.providers = providers;
        this.discovery = discovery;
        this.rules = rules;
    }

    @GetMapping("/access/providers/new")
    ModelAndView ask(HttpServletRequest request) {
        return page(null, ProviderForm.empty(), Map.of(), request);
    }

    @PostMapping("/access/providers")
    ModelAndView add(@ModelAttribute ProviderForm form, HttpServletRequest request) {
        Map<String, String> errors = errors(form, null);
        if (!errors.isEmpty()) return again(page(null, form, errors, request));
        providers.add(form.toProvider(null));
        return new ModelAndView(BACK);
    }

    @GetMapping("/access/providers/{id}")
    ModelAndView show(@PathVariable long id, HttpServletRequest request) {
        Provider provider = providers.get(id);
        return page(provider, ProviderForm.of(provider), Map.of(), request);
    }

    @PutMapping("/access/providers/{id}")
    ModelAndView change(@PathVariable long id, @ModelAttribute ProviderForm form, HttpServletRequest request) {
        Provider before = providers.get(id);
        Map<String, String> errors = errors(form, before);
        if (!errors.isEmpty()) return again(page(before, form, errors, request));
        providers.change(form.toProvider(before));
        return new ModelAndView(BACK);
    }

    @DeleteMapping("/access/providers/{id}")
    String remove(@PathVariable long id) {
        providers.remove(id);
        return BACK;
    }

    /** One that is in use has to answer. */
    private Map<String, String> errors(ProviderForm form, @Nullable Provider before) {
        Map<String, String> errors = new HashMap<>(form.errors(before));
        Provider provider = errors.isEmpty() ? form.toProvider(before) : null;
        if (provider == null || !provider.active()) return errors;
        try {
            discovery.registration(provider);
        } catch (Refusal silent) {
            errors.put("issuer", "signin.error.noAnswer");
        }
        return errors;
    }

    private ModelAndView page(
            @Nullable Provider provider, ProviderForm form, Map<String, String> errors, HttpServletRequest request) {
        String own = rules.get().address();
        String here = own.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : own;
        String key = provider == null ? form.key() : provider.key();
        return new ModelAndView("signin/provider")
                .addObject("id", provider == null ? 0L : provider.id())
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("answer", here + Provider.answerPath(String.valueOf(key)))
                .addObject("farewell", here + "/sign-in")
                .addObject("functions", ProviderForm.CREATED);
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
