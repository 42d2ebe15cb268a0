package doppelpass.api;

import doppelpass.identity.Readers;
import doppelpass.identity.Rights;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets programs in: by a token alone, never by a session; so many a minute; on the routes their person may use. */
final class Gate extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final Limits limits;
    private final Readers readers;
    private final Rights rights;

    Gate(ApiTokens tokens, Limits limits, Readers readers, Rights rights) {
        this.tokens = tokens;
        this.limits = limits;
        this.readers = readers;
        this.rights = rights;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Caller caller = caller(request);
            count(caller, response);
            Rights.Route route = rights.route(request.getMethod(), request.getRequestURI())
                    .orElseThrow(() -> Problem.of(404, "not-found").said("api.error.route"));
            if (!route.allows(caller.person().roles()))
                throw Problem.of(403, "forbidden").said("web.error.forbidden");
            readers.as(request, caller.person());
            caller.in(request);
        } catch (Problem problem) {
            ApiErrors.write(problem, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private Caller caller(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            throw Problem.of(401, "unauthorized")
                    .said("api.error.noToken")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return tokens.caller(header.substring(BEARER.length()).strip())
                .orElseThrow(() -> Problem.of(401, "unauthorized")
                        .said("api.error.token")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""));
    }

    private void count(Caller caller, HttpServletResponse response) {
        Limits.Left left = limits.take(caller.token());
        response.setHeader("RateLimit-Limit", Integer.toString(left.limit()));
        response.setHeader("RateLimit-Remaining", Long.toString(left.remaining()));
        response.setHeader("RateLimit-Reset", Long.toString(left.reset()));
        if (!left.allowed())
            throw Problem.of(429, "too-many")
                    .said("api.error.tooMany", left.limit(), left.again())
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(left.again()));
    }
}
