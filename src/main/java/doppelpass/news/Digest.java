package doppelpass.news;

import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.mail.Mails;
import doppelpass.mail.Message;
import doppelpass.records.Access;
import doppelpass.timeline.Naming;
import doppelpass.timeline.Subject;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One mail each morning with what is new and unread, for those who want it; nothing new, no mail. */
@Component
class Digest implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(Digest.class);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final FollowTable table;
    private final People people;
    private final Organisations organisations;
    private final Access access;
    private final Naming naming;
    private final Mails mails;
    private final Clock clock;

    Digest(
            FollowTable table,
            People people,
            Organisations organisations,
            Access access,
            Naming naming,
            Mails mails,
            Clock clock) {
        this.table = table;
        this.people = people;
        this.organisations = organisations;
        this.access = access;
        this.naming = naming;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "news.digest";
    }

    /** All in one transaction: who got a mail is noted with it. */
    @Override
    @Transactional
    public void run(Run run) {
        if (!mails.configured()) return;
        Map<Long, List<NewsItem>> waiting = table.undigested();
        Map<Subject, String> names =
                naming.names(waiting.values().stream().flatMap(List::stream).flatMap(item -> item.about().stream()));
        people.all().stream()
                .filter(person -> person.active() && waiting.containsKey(person.id()))
                .forEach(person -> send(person, waiting.getOrDefault(person.id(), List.of()), names));
        table.digested(waiting.keySet(), clock.instant());
    }

    @Override
    public Optional<Instant> next(Instant now) {
        ZoneId zone = organisations.find().map(Organisation::zone).orElse(ZoneOffset.UTC);
        ZonedDateTime morning = now.atZone(zone).with(MORNING);
        return Optional.of((morning.toInstant().isAfter(now) ? morning : morning.plusDays(1)).toInstant());
    }

    private void send(Person reader, List<NewsItem> items, Map<Subject, String> names) {
        Locale locale = Locale.forLanguageTag(reader.language());
        List<NewsItem> open = items.stream()
                .map(item -> item.named(name(item, reader, names)))
                .filter(item -> !item.head().isEmpty())
                .toList();
        if (open.isEmpty()) return;
        StringBuilder lines = new StringBuilder();
        for (NewsItem item : open) {
            lines.append("- ")
                    .append(item.head())
                    .append(": ")
                    .append(item.sentence(locale))
                    .append('\n');
        }
        String text = Messages.text(locale, "news.mail.digest.text", reader.name(), lines, mails.link("/news"));
        try {
            mails.send(Message.plain(
                    reader.mail(),
                    reader.name(),
                    Messages.text(locale, "news.mail.digest.subject", open.size()),
                    text));
        } catch (Refusal noAddress) {
            LOG.warn("No digest to person {}: {}", reader.id(), noAddress.getMessage());
        }
    }

    /** Empty where it is gone, or not for this reader. */
    private String name(NewsItem item, Person reader, Map<Subject, String> names) {
        return item.about()
                .filter(record -> access.opens(record, reader.roles()))
                .map(record -> names.getOrDefault(record, ""))
                .orElse("");
    }
}
