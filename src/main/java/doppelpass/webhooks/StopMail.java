package doppelpass.webhooks;

import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.mail.Mails;
import doppelpass.mail.Message;
import doppelpass.web.Messages;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells whoever made an endpoint that it was stopped, in their own language. */
@Component
class StopMail {
    private final People people;
    private final Mails mails;

    StopMail(People people, Mails mails) {
        this.people = people;
        this.mails = mails;
    }

    void send(Endpoint endpoint, String why) {
        people.find(endpoint.personId()).filter(Person::active).ifPresent(person -> {
            Locale locale = Locale.forLanguageTag(person.language());
            String reason = Messages.text(locale, "webhooks.stopped." + why);
            String subject = Messages.text(locale, "webhooks.mail.subject", endpoint.name());
            String text = Messages.text(
                    locale, "webhooks.mail.text", endpoint.name(), reason, mails.link("/webhooks/" + endpoint.id()));
            mails.send(Message.plain(person.mail(), person.name(), subject, text));
        });
    }
}
