package doppelpass.identity;

import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-time links with which people choose their own password; only the hash of a link is kept. */
@Component
public class PasswordLinks {
    private static final String PURPOSE = "password";
    private static final Duration VALID = Duration.ofHours(1);
    /** Nobody can flood a mailbox: so many links that still work, then no more until one has run out. */
    private static final int OPEN_AT_ONCE = 3;

    private final IdentityTable table;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasswordLinks(IdentityTable table, People people, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Sends a link if the address belongs to an active person; says nothing about whether it does. */
    @Transactional
    public void ask(String mail) {
        Instant now = clock.instant();
        table.personByMail(mail)
                .filter(Person::active)
                .filter(person -> table.openLinks(person.id(), PURPOSE, now) < OPEN_AT_ONCE)
                .ifPresent(person -> issue(person, now.plus(VALID)));
    }

    private void issue(Person person, Instant end) {
        String token = Tokens.fresh();
        table.insertLink(Tokens.hash(token), PURPOSE, person.id(), end);
        events.publishEvent(new PasswordLinkAsked(person, "/password/" + token, end));
    }

    boolean opens(String token) {
        return table.validLink(Tokens.hash(token), PURPOSE, clock.instant());
    }

    /** Uses the link and every other link of its owner up. */
    @Transactional
    public void use(String token, String password) {
        Instant now = clock.instant();
        String hash = Tokens.hash(token);
        long owner = table.linkOwner(hash, PURPOSE, now).orElseThrow(Refusal::notFound);
        if (!table.useLink(hash, PURPOSE, now)) {
            throw Refusal.notFound();
        }
        people.changePassword(owner, password);
        table.useLinksOf(owner, PURPOSE, now);
    }
}
