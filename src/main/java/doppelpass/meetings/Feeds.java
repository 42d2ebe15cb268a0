package doppelpass.meetings;

import doppelpass.identity.Tokens;
import doppelpass.mail.Mails;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's meetings as a calendar other programs subscribe to: read-only, behind an unguessable, revocable address. */
@Component
public class Feeds {
    private final SeriesTable table;
    private final Invitations invitations;
    private final Mails mails;
    private final Clock clock;

    Feeds(SeriesTable table, Invitations invitations, Mails mails, Clock clock) {
        this.table = table;
        this.invitations = invitations;
        this.mails = mails;
        this.clock = clock;
    }

    /** A fresh address; it is shown once, only its hash is kept, and the one before stops working. */
    @Transactional
    public String open(long person) {
        String token = Tokens.fresh();
        table.feed(person, Tokens.hash(token), clock.instant());
        return mails.link("/calendar/" + token + ".ics");
    }

    @Transactional
    public void close(long person) {
        table.endFeed(person);
    }

    public Optional<Instant> since(long person) {
        return table.feedSince(person);
    }

    @Transactional(readOnly = true)
    public Optional<String> read(String token) {
        return table.feedOwner(Tokens.hash(token))
                .map(person -> invitations
                        .text()
                        .publish(table.of(person).stream()
                                .flatMap(series -> invitations.events(series).stream())
                                .toList()));
    }
}
