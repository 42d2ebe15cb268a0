package doppelpass.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;

/** What a passkey is asked to sign: once, in this session, for five minutes. */
record Challenge(String text, Instant since) implements Serializable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SLOT = Challenge.class.getName();

    static Challenge fresh(HttpServletRequest request, Instant now) {
        Challenge challenge = new Challenge(Bytes.random().toBase64UrlString(), now);
        request.getSession().setAttribute(SLOT, challenge);
        return challenge;
    }

    /** Takes it out of the session: an answer counts once, whether it is right or not. */
    static Optional<Challenge> take(HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(SLOT) instanceof Challenge challenge)) return Optional.empty();
        session.removeAttribute(SLOT);
        return now.isBefore(challenge.since().plus(PATIENCE)) ? Optional.of(challenge) : Optional.empty();
    }

    Bytes bytes() {
        return Bytes.fromBase64(text);
    }
}
