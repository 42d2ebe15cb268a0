package doppelpass.mail;

import java.time.Instant;

/** A message on its way: the same Message-ID at every attempt, the date of its writing. */
record Letter(long id, String messageId, int attempt, Instant writtenAt, Message message) {
    boolean expired(Instant now) {
        Instant end = message.expiresAt();
        return end != null && !end.isAfter(now);
    }
}
