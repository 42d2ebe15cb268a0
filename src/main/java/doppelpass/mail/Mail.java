package doppelpass.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mail in the outbox, without its text. */
public record Mail(
        long id,
        String messageId,
        String to,
        String subject,
        MailState state,
        int attempts,
        @Nullable Instant nextAt,
        String answer,
        Instant createdAt) {}
