package doppelpass.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Spring Security: rights from the routes table, CSRF, strict headers; the ways in are plugged into it. */
@Configuration
@Profile("!console")
class SignInDoor {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Rights rights;
    private final Readers readers;

    SignInDoor(Rights rights, Readers readers) {
        this.rights = rights;
        this.readers = readers;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, List<Doorway> doorways) throws Exception {
        for (Doorway doorway : doorways) doorway.fit(http);
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(this::decide))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(this::askToSignIn).accessDeniedHandler(SignInDoor::refuse))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .referrerPolicy(r -> r.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.SAME_ORIGIN))
                        .cacheControl(cache -> cache.disable()))
                .build();
    }

    private AuthorizationDecision decide(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        if (request.getDispatcherType() == jakarta.servlet.DispatcherType.ERROR) {
            return new AuthorizationDecision(true);
        }
        Optional<Rights.Route> route = rights.route(request.getMethod(), request.getRequestURI());
        boolean granted = route.isPresent()
                && (route.get().open()
                        || readers.person(request)
                                .map(p -> route.get().allows(p.roles()))
                                .orElse(false));
        return new AuthorizationDecision(granted);
    }

    /** The error page says why. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        request.setAttribute(WebAttributes.ACCESS_DENIED_403, why);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** A page asks to sign in; a fragment tells htmx to load the sign-in page whole. */
    private void askToSignIn(HttpServletRequest request, HttpServletResponse response, Exception why)
            throws IOException {
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setStatus(401);
            response.setHeader("HX-Redirect", "/sign-in");
        } else {
            response.sendRedirect("/sign-in");
        }
    }
}
