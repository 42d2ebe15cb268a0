package doppelpass.webhooks;

import doppelpass.api.Events;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import jakarta.servlet.http.HttpServletResponse;
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

/** The endpoints, for administrators. */
@Controller
class EndpointController {
    private final Endpoints endpoints;
    private final Destinations destinations;
    private final Events events;

    EndpointController(Endpoints endpoints, Destinations destinations, Events events) {
        this.endpoints = endpoints;
        this.destinations = destinations;
        this.events = events;
    }

    @GetMapping("/webhooks")
    ModelAndView index() {
        return new ModelAndView("webhooks/index").addObject("endpoints", endpoints.all());
    }

    @GetMapping("/webhooks/new")
    ModelAndView ask(@Me Person me) {
        return form(null, EndpointForm.empty(), Map.of(), me);
    }

    /** With the rotation the only page that ever shows the secret. */
    @PostMapping("/webhooks")
    ModelAndView add(@Me Person me, @ModelAttribute EndpointForm form, HttpServletResponse response) {
        Map<String, String> errors = form.errors(destinations, events.lists(me));
        if (!errors.isEmpty()) return again(form(null, form, errors, me));
        Endpoints.Made made = endpoints.add(form, me);
        return secret(made.id(), made.secret(), response);
    }

    @GetMapping("/webhooks/{id}/edit")
    ModelAndView edit(@Me Person me, @PathVariable long id) {
        Endpoint endpoint = endpoints.get(id);
        return form(endpoint, EndpointForm.of(endpoint), Map.of(), me);
    }

    @PutMapping("/webhooks/{id}")
    ModelAndView change(@Me Person me, @PathVariable long id, @ModelAttribute EndpointForm form) {
        Endpoint endpoint = endpoints.get(id);
        Map<String, String> errors = form.errors(destinations, events.lists(me));
        if (!errors.isEmpty()) return again(form(endpoint, form, errors, me));
        endpoints.change(id, form, me);
        return new ModelAndView("redirect:/webhooks/" + id);
    }

    @DeleteMapping("/webhooks/{id}")
    String remove(@PathVariable long id) {
        endpoints.remove(id);
        return "redirect:/webhooks";
    }

    @PutMapping("/webhooks/{id}/pause")
    String pause(@PathVariable long id) {
        endpoints.pause(id);
        return "redirect:/webhooks/" + id;
    }

    @DeleteMapping("/webhooks/{id}/pause")
    String resume(@PathVariable long id) {
        endpoints.resume(id);
        return "redirect:/webhooks/" + id;
    }

    @PostMapping("/webhooks/{id}/secrets")
    ModelAndView rotate(@PathVariable long id, HttpServletResponse response) {
        return secret(id, endpoints.rotate(id), response);
    }

    private ModelAndView secret(long id, Secret secret, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return new ModelAndView("webhooks/secret")
                .addObject("endpoint", endpoints.get(id))
                .addObject("secret", secret.text());
    }

    private ModelAndView form(
            @Nullable Endpoint endpoint, EndpointForm form, Map<String, String> errors, Person reader) {
        return new ModelAndView("webhooks/form")
                .addObject("id", endpoint == null ? 0L : endpoint.id())
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("lists", events.lists(reader));
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
