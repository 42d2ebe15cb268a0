package doppelpass.news;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Person;
import doppelpass.records.Access;
import doppelpass.timeline.Naming;
import doppelpass.timeline.Subject;
import doppelpass.timeline.TasksGiven;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what concerns them, and keeps what they have read. Modules tell in their own transaction. */
@Component
public class News {
    static final Set<String> FILTERS = Set.of("mentions", "unread");

    private final NewsTable table;
    private final Access access;
    private final Naming naming;
    private final MentionMails mails;
    private final Clock clock;

    News(NewsTable table, Access access, Naming naming, MentionMails mails, Clock clock) {
        this.table = table;
        this.access = access;
        this.naming = naming;
        this.mails = mails;
        this.clock = clock;
    }

    /** To everybody who follows any of these records. */
    @Transactional
    public void tell(List<Subject> about, Headline said) {
        if (!about.isEmpty()) table.tell(about, said, clock.instant());
    }

    /** Each task to whose it is now, with its own page. */
    @Transactional
    void give(TasksGiven given) {
        table.take(given.tasks());
        table.give(
                given.tasks().stream()
                        .filter(task -> !Long.valueOf(task.to()).equals(given.by()))
                        .toList(),
                given.by(),
                clock.instant());
    }

    /** To these people, who may open the record, whether they follow it or not; by mail too unless they want none. */
    @Transactional
    public void mention(Set<Long> people, Subject record, Headline said) {
        if (people.isEmpty()) return;
        table.mention(people, record, said, clock.instant());
        mails.send(people, record, said);
    }

    /** The source reads differently now. */
    @Transactional
    public void reword(String source, String said) {
        table.reword(source, Headline.shortened(said));
    }

    /** The source was deleted, or came back. */
    @Transactional
    public void hide(String source, boolean hidden) {
        table.hide(source, hidden);
    }

    Page<NewsItem> page(Person reader, String only, PageRequest request) {
        Page<NewsItem> page = table.page(reader.id(), access.kinds(reader.roles()), only, request);
        Map<Subject, String> names = naming.names(page.rows().stream().flatMap(item -> item.about().stream()));
        return page.map(item -> item.named(
                item.about().map(record -> names.getOrDefault(record, "")).orElse("")));
    }

    int unread(long reader, Set<String> roles) {
        return table.unread(reader, access.kinds(roles));
    }

    @Transactional
    void read(Person reader, long id) {
        if (!table.read(reader.id(), id, clock.instant())) throw Refusal.notFound();
    }

    @Transactional
    void readAll(Person reader) {
        table.readAll(reader.id(), clock.instant());
    }
}
