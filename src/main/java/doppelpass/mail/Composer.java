package doppelpass.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** Writes the MIME text of a letter; an invitation is an alternative to the plain text, which mail programs look for. */
final class Composer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private Composer() {}

    static MimeMessage compose(Session session, MailServer server, Letter letter) throws MessagingException {
        Message message = letter.message();
        MimeMessage mime = new WithStableId(session, letter.messageId());
        mime.setFrom(address(server.sender(), server.senderName()));
        mime.setRecipient(jakarta.mail.Message.RecipientType.TO, address(message.to(), message.name()));
        mime.setSubject(message.subject(), UTF_8);
        mime.setSentDate(Date.from(letter.writtenAt()));
        // no holiday notes in return (RFC 3834)
        mime.setHeader("Auto-Submitted", "auto-generated");
        Message.Invitation invitation = message.invitation();
        if (invitation == null) {
            mime.setText(message.text(), UTF_8);
        } else {
            mime.setContent(alternatives(message.text(), invitation));
        }
        mime.saveChanges();
        return mime;
    }

    private static MimeMultipart alternatives(String text, Message.Invitation invitation) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, UTF_8);
        MimeBodyPart calendar = new MimeBodyPart();
        String type = "text/calendar; charset=UTF-8; method=" + invitation.method() + "; component=VEVENT";
        calendar.setDataHandler(
                new DataHandler(new ByteArrayDataSource(invitation.calendar().getBytes(StandardCharsets.UTF_8), type)));
        calendar.setHeader("Content-Type", type);
        calendar.setHeader("Content-Transfer-Encoding", "base64");
        return new MimeMultipart("alternative", plain, calendar);
    }

    private static InternetAddress address(String mail, String name) throws MessagingException {
        try {
            InternetAddress address = new InternetAddress(mail, name.isEmpty() ? null : name, UTF_8);
            address.validate();
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The library would invent a new id at each attempt. */
    private static final class WithStableId extends MimeMessage {
        private final String id;

        WithStableId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
