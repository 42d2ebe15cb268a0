package doppelpass.api;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a program shows to act as a person; of the token itself only its beginning is known. */
public record Token(
        long id,
        long personId,
        String personName,
        String name,
        String shortId,
        Set<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant usedAt) {
    static final String PREFIX = "dp_";

    public Token {
        scopes = Set.copyOf(scopes);
    }

    /** How one recognises it: {@code dp_1f3a9c07_…} */
    public String beginning() {
        return PREFIX + shortId + "_…";
    }

    /** {@code deals:read, deals:write} */
    public String scopeText() {
        return scopes.stream().sorted().collect(Collectors.joining(", "));
    }

    public boolean expiredAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    public boolean validAt(Instant now) {
        return revokedAt == null && !expiredAt(now);
    }

    boolean allows(Scope scope, String list) {
        return scopes.contains(scope.of(list));
    }
}
