package doppelpass.api;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tokens of a person's programs; administrators see everybody's. */
@Controller
class TokenController {
    static final List<String> DAYS = List.of("30", "90", "365", "never");

    private final ApiTokens tokens;
    private final Kinds kinds;
    private final Clock clock;

    TokenController(ApiTokens tokens, Kinds kinds, Clock clock) {
        this.tokens = tokens;
        this.kinds = kinds;
        this.clock = clock;
    }

    @GetMapping("/tokens")
    ModelAndView index(@Me Person me) {
        List<Token> others = me.administrator()
                ? tokens.all().stream().filter(t -> t.personId() != me.id()).toList()
                : List.of();
        return new ModelAndView("api/tokens")
                .addObject("own", tokens.of(me))
                .addObject("others", others)
                .addObject("lists", kinds.names(me))
                .addObject("now", clock.instant());
    }

    /** The only page that ever shows the token. */
    @PostMapping("/tokens")
    ModelAndView make(@Me Person me, @RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) {
        String name = Objects.requireNonNullElse(sent.getFirst("name"), "");
        String token = tokens.make(name, scopes(me, sent), until(sent.getFirst("days")), me);
        response.setHeader("Cache-Control", "no-store");
        return new ModelAndView("api/made").addObject("name", name.strip()).addObject("token", token);
    }

    @DeleteMapping("/tokens/{id}")
    String revoke(@Me Person me, @PathVariable long id) {
        tokens.revoke(id, me);
        return "redirect:/tokens";
    }

    private Set<String> scopes(Person me, MultiValueMap<String, String> sent) {
        List<String> lists = kinds.names(me);
        return sent.getOrDefault("scopes", List.of()).stream()
                .filter(scope -> lists.stream()
                        .anyMatch(list -> scope.equals(Scope.READ.of(list)) || scope.equals(Scope.WRITE.of(list))))
                .collect(Collectors.toSet());
    }

    private @Nullable Instant until(@Nullable String days) {
        if (days == null || !DAYS.contains(days)) throw Refusal.of("api.error.days");
        return days.equals("never") ? null : clock.instant().plus(Duration.ofDays(Long.parseLong(days)));
    }
}
