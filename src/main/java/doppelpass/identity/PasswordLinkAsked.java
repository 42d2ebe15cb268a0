package doppelpass.identity;

import java.time.Instant;

/** Somebody wants a new password: {@code path} is the page that lets them choose one, once, until it expires. */
public record PasswordLinkAsked(Person person, String path, Instant expiresAt) {
    @Override
    public String toString() {
        return "PasswordLinkAsked by " + person.id();
    }
}
