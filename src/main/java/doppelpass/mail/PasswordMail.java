package doppelpass.mail;

import doppelpass.identity.PasswordLinkAsked;
import doppelpass.identity.Person;
import doppelpass.web.Messages;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends the link with which somebody chooses a new password. */
@Component
class PasswordMail {
    private final Mails mails;

    PasswordMail(Mails mails) {
        this.mails = mails;
    }

    @EventListener
    void send(PasswordLinkAsked asked) {
        Person person = asked.person();
        Locale locale = Locale.forLanguageTag(person.language());
        String subject = Messages.text(locale, "mail.password.subject");
        String text = Messages.text(locale, "mail.password.text", person.name(), mails.link(asked.path()));
        mails.send(Message.plain(person.mail(), person.name(), subject, text).confidentialUntil(asked.expiresAt()));
    }
}
