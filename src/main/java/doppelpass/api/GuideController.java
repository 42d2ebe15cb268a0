package doppelpass.api;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The API explained to people, from what serves the requests. */
@Controller
class GuideController {
    private final Kinds kinds;
    private final OpenApi document;

    GuideController(Kinds kinds, OpenApi document) {
        this.kinds = kinds;
        this.document = document;
    }

    @GetMapping("/api")
    ModelAndView guide(@Me Person me, HttpServletRequest request) {
        String url = UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
                .replacePath("/api/v1")
                .replaceQuery(null)
                .toUriString();
        return new ModelAndView("api/guide")
                .addObject("kinds", kinds.all(me).stream().map(Described::of).toList())
                .addObject("examples", Example.all(url));
    }

    /** The same document that programs get, for who is signed in. */
    @GetMapping("/api/openapi.json")
    ResponseEntity<String> document(@Me Person me) {
        return Answering.read(document.of(kinds.all(me), Locale.forLanguageTag(me.language()), me));
    }
}
