package doppelpass.signin;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Person;
import java.util.Set;

/**
 * What an organisation demands of those who sign in. {@code address} is this installation's own as people type it, without
 * a slash at its end; empty: as the browser calls it.
 */
public record AccessRule(String address, boolean providersOnly, Set<TeamFunction> secondFactor) {
    static final AccessRule USUAL = new AccessRule("", false, Set.of());

    /** Passwords are closed where single sign-on is the only way in, but for administrators. */
    boolean passwordOpens(Person person) {
        return !providersOnly || person.administrator();
    }

    boolean demandsSecondFactor(Person person) {
        return person.functions().stream().anyMatch(secondFactor::contains);
    }

    public boolean demands(TeamFunction function) {
        return secondFactor.contains(function);
    }
}
