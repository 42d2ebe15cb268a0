package doppelpass.news;

import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.mail.Mails;
import doppelpass.mail.Message;
import doppelpass.timeline.Naming;
import doppelpass.timeline.Subject;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a person by mail that a colleague mentioned them, in their own language. */
@Component
class MentionMails {
    private static final Logger LOG = LoggerFactory.getLogger(MentionMails.class);

    private final FollowTable table;
    private final People people;
    private final Naming naming;
    private final Mails mails;

    MentionMails(FollowTable table, People people, Naming naming, Mails mails) {
        this.table = table;
        this.people = people;
        this.naming = naming;
        this.mails = mails;
    }

    void send(Set<Long> mentioned, Subject record, Headline said) {
        if (!mails.configured()) return;
        Set<Long> silent = table.silent(mentioned);
        List<Person> all = people.all();
        String name = naming.names(Stream.of(record)).getOrDefault(record, "");
        String actor = all.stream()
                .filter(person -> said.actorId() != null && person.id() == said.actorId())
                .map(Person::name)
                .findFirst()
                .orElse("");
        all.stream()
                .filter(person -> person.active() && mentioned.contains(person.id()) && !silent.contains(person.id()))
                .forEach(person -> send(person, actor, name, record.url() + "#" + said.source(), said.said()));
    }

    /** An address nobody can write to must not keep the note from being written. */
    private void send(
            Person reader, String actor, String record, String path, @org.jspecify.annotations.Nullable String said) {
        Locale locale = Locale.forLanguageTag(reader.language());
        String subject = Messages.text(locale, "news.mail.mention.subject", actor, record);
        String text = Messages.text(
                locale, "news.mail.mention.text", actor, record, said == null ? "" : said, mails.link(path));
        try {
            mails.send(Message.plain(reader.mail(), reader.name(), subject, text));
        } catch (Refusal noAddress) {
            LOG.warn("No mail about a mention to person {}: {}", reader.id(), noAddress.getMessage());
        }
    }
}
