package doppelpass.identity;

import doppelpass.database.Actor;
import doppelpass.database.Actors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whose request it is, for the audit: a page's, or the API's by its address. Asks only what {@link Readers} has found out for
 * this request already: the session itself is read in a transaction.
 */
@Component
class WhoActs implements Actors {
    private static final String API = "/api/";

    @Override
    public Optional<Actor> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? Optional.of(actor(here.getRequest()))
                : Optional.empty();
    }

    private static Actor actor(HttpServletRequest request) {
        boolean api = request.getRequestURI().startsWith(API);
        return new Actor(
                Readers.known(request).map(Person::id).orElse(null), api ? Actor.Origin.API : Actor.Origin.PAGE, null);
    }
}
