package doppelpass.mail;

import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person. A confidential body is forgotten as soon as its sending has ended; after {@code expiresAt} it is
 * not sent any more.
 */
public record Message(
        String to,
        String name,
        String subject,
        String text,
        @Nullable Invitation invitation,
        boolean confidential,
        @Nullable Instant expiresAt) {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl}<>,;:\"()]{1,64}@[^\\s\\p{Cntrl}<>,;:\"()@]{1,255}");

    /** An iCalendar text and its method, REQUEST or CANCEL. */
    public record Invitation(String method, String calendar) {}

    public Message {
        if (!ADDRESS.matcher(to).matches()) throw Refusal.of("mail.error.address", to);
        name = oneLine(name);
        subject = oneLine(subject);
    }

    public static Message plain(String to, String name, String subject, String text) {
        return new Message(to, name, subject, text, null, false, null);
    }

    public Message with(Invitation calendar) {
        return new Message(to, name, subject, text, calendar, confidential, expiresAt);
    }

    public Message confidentialUntil(Instant end) {
        return new Message(to, name, subject, text, invitation, true, end);
    }

    /** What goes into a header must not start another one. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    }
}
