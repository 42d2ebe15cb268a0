package doppelpass.api;

import doppelpass.identity.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** Who asks: a person, and the token with which a program acts as them. */
record Caller(Person person, Token token) {
    private static final String SLOT = Caller.class.getName();

    void in(HttpServletRequest request) {
        request.setAttribute(SLOT, this);
    }

    /** Whom the door let in. */
    static Caller of(HttpServletRequest request) {
        return (Caller) Objects.requireNonNull(request.getAttribute(SLOT));
    }

    void demand(Scope scope, String list) {
        if (!token.allows(scope, list)) throw Problem.of(403, "scope").said("api.error.scope", scope.of(list));
    }

    boolean may(Scope scope, String list) {
        return token.allows(scope, list);
    }
}
