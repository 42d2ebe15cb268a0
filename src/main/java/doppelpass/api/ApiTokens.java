package doppelpass.api;

import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.identity.Tokens;
import doppelpass.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tokens of programs: made, recognised, revoked. */
@Component
public class ApiTokens {
    /** The name, eight characters that may be shown, and 256 random bits. */
    private static final Pattern TOKEN = Pattern.compile("dp_([0-9a-f]{8})_[A-Za-z0-9_-]{43}");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration USE = Duration.ofMinutes(1);

    private final TokenTable table;
    private final People people;
    private final Clock clock;

    ApiTokens(TokenTable table, People people, Clock clock) {
        this.table = table;
        this.people = people;
        this.clock = clock;
    }

    /** Makes a token and tells it this once; {@code scopes} such as {@code deals:read}. */
    @Transactional
    public String make(String name, Collection<String> scopes, @Nullable Instant until, Person owner) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > 100) throw Refusal.of("api.error.tokenName");
        if (scopes.isEmpty()) throw Refusal.of("api.error.noScope");
        Instant now = clock.instant();
        if (until != null && !until.isAfter(now)) throw Refusal.of("api.error.past");
        byte[] start = new byte[4];
        byte[] secret = new byte[32];
        RANDOM.nextBytes(start);
        RANDOM.nextBytes(secret);
        String shortId = HexFormat.of().formatHex(start);
        String token = Token.PREFIX + shortId + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        List<String> sorted = scopes.stream().distinct().sorted().toList();
        table.insert(owner.id(), called, shortId, Tokens.hash(token), sorted, now, until);
        return token;
    }

    /** Whose token this is; empty where nobody may act with it. */
    Optional<Caller> caller(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) return Optional.empty();
        Instant now = clock.instant();
        Optional<Token> known = table.withShortId(parts.group(1))
                .filter(kept -> same(kept.hash(), Tokens.hash(token)))
                .map(TokenTable.Hashed::token)
                .filter(kept -> kept.validAt(now));
        Optional<Caller> caller = known.flatMap(
                kept -> people.find(kept.personId()).filter(Person::active).map(person -> new Caller(person, kept)));
        caller.ifPresent(one -> note(one.token(), now));
        return caller;
    }

    /** A person's own, or everybody's. */
    @Transactional(readOnly = true)
    public List<Token> of(Person person) {
        return table.all(person.id());
    }

    @Transactional(readOnly = true)
    public List<Token> all() {
        return table.all(null);
    }

    /** One's own token; administrators revoke anybody's. */
    @Transactional
    public void revoke(long id, Person by) {
        if (!table.revoke(id, by.administrator() ? null : by.id(), by.id(), clock.instant())) throw Refusal.notFound();
    }

    /** To the minute: a busy program does not write with every request. */
    private void note(Token token, Instant now) {
        Instant before = token.usedAt();
        if (before == null || before.plus(USE).isBefore(now)) table.used(token.id(), now);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
