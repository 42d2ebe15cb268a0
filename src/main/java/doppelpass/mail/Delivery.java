package doppelpass.mail;

import doppelpass.work.Job;
import doppelpass.work.Queue;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one mail of the outbox. It is marked as being sent before the server hears of it, so a crash in between is
 * visible as unknown; such mails go out again with the same Message-ID: at least once, recognisable as the same.
 */
@Component
class Delivery implements Job {
    static final String KIND = "mail.send";
    private static final int TRIES = 6;
    private static final Duration UNDECIDED_PAUSE = Duration.ofMinutes(15);

    private final MailTable table;
    private final MailServers servers;
    private final Smtp smtp;
    private final Queue queue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Delivery(
            MailTable table,
            MailServers servers,
            Smtp smtp,
            Queue queue,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.servers = servers;
        this.smtp = smtp;
        this.queue = queue;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Run run) {
        long id = Long.parseLong(run.payload());
        Optional<Letter> letter = transaction.execute(t -> claim(id));
        letter.ifPresent(this::deliver);
    }

    private Optional<Letter> claim(long id) {
        Instant again = clock.instant().plus(UNDECIDED_PAUSE);
        if (table.interrupted(id, again)) {
            queue.put(KIND, Long.toString(id), again);
            return Optional.empty();
        }
        return table.claim(id);
    }

    private void deliver(Letter letter) {
        Optional<MailServer> server = servers.find();
        if (server.isEmpty()) {
            settle(letter, MailState.NOT_CONFIGURED, "", null);
        } else if (letter.expired(clock.instant())) {
            settle(letter, MailState.EXPIRED, "", null);
        } else {
            note(letter, smtp.send(server.get(), letter));
        }
    }

    private void note(Letter letter, Handover end) {
        boolean more = letter.attempt() < TRIES;
        Instant now = clock.instant();
        switch (end) {
            case Handover.Accepted a -> settle(letter, MailState.ACCEPTED, a.answer(), null);
            case Handover.Refused r -> settle(letter, MailState.FAILED, r.answer(), null);
            case Handover.Deferred d ->
                settle(
                        letter,
                        more ? MailState.DEFERRED : MailState.FAILED,
                        d.answer(),
                        more ? now.plus(pause(letter.attempt())) : null);
            case Handover.Undecided u ->
                settle(letter, MailState.UNKNOWN, u.answer(), more ? now.plus(UNDECIDED_PAUSE) : null);
        }
    }

    /** One minute, four, sixteen, about an hour, four hours. */
    static Duration pause(int attempt) {
        return Duration.ofMinutes(1L << 2 * (attempt - 1));
    }

    private void settle(Letter letter, MailState state, String answer, @Nullable Instant next) {
        transaction.executeWithoutResult(t -> {
            table.settle(letter.id(), state, answer, next, clock.instant());
            if (next != null) queue.put(KIND, Long.toString(letter.id()), next);
        });
    }
}
