package doppelpass.notes;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.news.Headline;
import doppelpass.news.News;
import doppelpass.records.Access;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes on records: for whoever may open the record, changed by whoever wrote them or an administrator. */
@Component
public class Notes {
    private final NoteTable table;
    private final VersionTable versions;
    private final Access access;
    private final People people;
    private final News news;
    private final Clock clock;

    Notes(NoteTable table, VersionTable versions, Access access, People people, News news, Clock clock) {
        this.table = table;
        this.versions = versions;
        this.access = access;
        this.people = people;
        this.news = news;
        this.clock = clock;
    }

    List<Note> pinned(Subject record) {
        return table.pinned(record);
    }

    /** Those this person may bring back. */
    List<Note> deleted(Subject record, Person person) {
        return table.deleted(record, clock.instant().minus(Note.KEPT)).stream()
                .filter(note -> note.belongsTo(person))
                .toList();
    }

    Page<Note> page(Subject record, PageRequest request) {
        return table.page(record, request);
    }

    /** A note that is there, on a record the reader may open. */
    Note get(long id, Person reader) {
        Note note = known(id, reader);
        if (note.deletedAt() != null) throw Refusal.notFound();
        return note;
    }

    List<PastText> versions(long id) {
        return versions.versions(id);
    }

    Mentions mentions() {
        return new Mentions(people.all());
    }

    /** Whoever of us may open the record. */
    List<Person> mentionable(Subject record) {
        return people.all().stream()
                .filter(person -> person.active() && access.opens(record, person.roles()))
                .toList();
    }

    /** Keeps what was typed, tells followers and whoever is mentioned; returns the id. */
    @Transactional
    public long write(Subject record, String typed, Person by) {
        access.demand(record, by);
        String text = mentions().keep(NoteText.clean(typed));
        long id = table.insert(record, text, by.id(), clock.instant());
        news.tell(List.of(record), headline(id, "notes.news.written", text, by));
        mention(id, record, text, by);
        return id;
    }

    @Transactional
    void edit(long id, String typed, Person by) {
        Note before = mine(id, by);
        String text = mentions().keep(NoteText.clean(typed));
        if (text.equals(before.text())) return;
        versions.keep(id);
        table.edit(id, text, by.id(), clock.instant());
        news.reword(before.code(), Markdown.plain(text, mentions()));
        mention(id, before.record(), text, by);
    }

    @Transactional
    public void pin(long id, boolean pinned, Person by) {
        get(id, by);
        table.pin(id, pinned, clock.instant());
    }

    @Transactional
    Note delete(long id, Person by) {
        Note note = mine(id, by);
        if (!table.delete(id, by.id(), clock.instant())) throw Refusal.conflict("notes.error.deleted");
        news.hide(note.code(), true);
        return note;
    }

    @Transactional
    Note restore(long id, Person by) {
        Note note = known(id, by);
        demandOwn(note, by);
        if (!table.restore(id)) throw Refusal.conflict("notes.error.restored");
        news.hide(note.code(), false);
        return note;
    }

    private Note mine(long id, Person by) {
        Note note = table.lock(id).filter(found -> found.deletedAt() == null).orElseThrow(Refusal::notFound);
        access.demand(note.record(), by);
        demandOwn(note, by);
        return note;
    }

    private Note known(long id, Person reader) {
        Note note = table.find(id).orElseThrow(Refusal::notFound);
        access.demand(note.record(), reader);
        return note;
    }

    private static void demandOwn(Note note, Person by) {
        if (!note.belongsTo(by)) throw Refusal.forbidden("notes.error.notYours");
    }

    /** Each person once per note, however often it is edited; nobody who may not open the record. */
    private void mention(long id, Subject record, String text, Person by) {
        Set<Long> meant = Mentions.of(text);
        if (meant.isEmpty()) return;
        Set<Long> open = mentionable(record).stream()
                .map(Person::id)
                .filter(person -> meant.contains(person) && person != by.id())
                .collect(Collectors.toSet());
        news.mention(
                versions.mention(id, open, clock.instant()), record, headline(id, "notes.news.mentioned", text, by));
    }

    private Headline headline(long id, String text, String note, Person by) {
        return new Headline("note-" + id, text, null, Markdown.plain(note, mentions()), by.id());
    }
}
