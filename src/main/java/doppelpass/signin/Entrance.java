package doppelpass.signin;

import doppelpass.identity.OpenSession.Door;
import doppelpass.identity.Person;
import doppelpass.identity.Sessions;
import doppelpass.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * The one place where somebody becomes signed in, whichever door they came by. Each step up gives the session another id
 * and another CSRF token, so that nobody can hand a session to somebody else and wait for it to become theirs.
 */
@Component
class Entrance {
    private static final String HALF = Half.class.getName();

    private final SecondFactors factors;
    private final Sessions sessions;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();
    private final CsrfAuthenticationStrategy csrf =
            new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository());

    Entrance(SecondFactors factors, Sessions sessions, Clock clock) {
        this.factors = factors;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** After a right password: in, or first to the second factor. The path of the next page. */
    String afterPassword(HttpServletRequest request, HttpServletResponse response, Person person) {
        Optional<Half.Need> need = factors.need(person);
        if (need.isEmpty()) return enter(request, response, person.id(), Door.PASSWORD);
        SecurityContextHolder.clearContext();
        freshId(request);
        if (need.get() == Half.Need.ENROLMENT) factors.begin(person.id());
        request.getSession().setAttribute(HALF, new Half(person.id(), need.get(), clock.instant()));
        return need.get().pathIn(person.language());
    }

    /** Who waits at the second factor in this session. */
    Optional<Half> half(HttpServletRequest request) {
        var session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (Half) session.getAttribute(HALF))
                .filter(half -> half.openAt(clock.instant()));
    }

    /** Signs somebody in; the path of the page they wanted. */
    String enter(HttpServletRequest request, HttpServletResponse response, long person, Door door) {
        freshId(request);
        request.getSession().removeAttribute(HALF);
        Farewell.forgetIn(request);
        Authentication signedIn = new UsernamePasswordAuthenticationToken(new SignedIn(person), null, List.of());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        csrf.onAuthentication(signedIn, request, response);
        sessions.begin(request, person, door);
        SavedRequest saved = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        return saved == null ? "/" : saved.getRedirectUrl();
    }

    private static void freshId(HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
    }
}
