package doppelpass.signin;

import doppelpass.core.TeamFunction;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who vouches for people by OpenID Connect. {@code key} is its part in the address people come back to; without domains
 * every verified mail address will do; without {@code createsAs} nobody unknown gets in. The secret stays out of logs.
 */
public record Provider(
        long id,
        String key,
        String name,
        String issuer,
        String clientId,
        String secret,
        List<String> mailDomains,
        String mailClaim,
        @Nullable TeamFunction createsAs,
        boolean active) {

    static final String ADDRESS = "/sign-in/providers/";

    boolean takes(String mail) {
        String domain = mail.substring(mail.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return mailDomains.isEmpty() || mailDomains.contains(domain);
    }

    static String answerPath(String key) {
        return ADDRESS + key + "/answer";
    }

    Provider withSecret(String other) {
        return new Provider(id, key, name, issuer, clientId, other, mailDomains, mailClaim, createsAs, active);
    }

    @Override
    public String toString() {
        return name + " (" + issuer + ")";
    }
}
