package doppelpass.notes;

import static doppelpassdb.notes.Tables.NOTE_CARD;

import doppelpass.identity.Person;
import doppelpass.records.Access;
import doppelpass.records.RecordKey;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findable.Texts;
import doppelpass.search.plug.Findables;
import doppelpass.timeline.Naming;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Notes in the search box: under the name of the record they lie on, for whoever may open it. */
@Component
class NoteFindables implements Findables {
    private static final Findable.Kind NOTES =
            new Findable.Kind("note", "notes.title", "note", "/notes/on/contact-0", "");
    private static final Field<String> URL = DSL.concat(
            RecordKey.url(NOTE_CARD.KIND, NOTE_CARD.RECORD_ID), DSL.inline("#note-"), NOTE_CARD.ID.cast(String.class));

    private final Notes notes;
    private final Naming naming;
    private final Access access;

    NoteFindables(Notes notes, Naming naming, Access access) {
        this.notes = notes;
        this.naming = naming;
        this.access = access;
    }

    @Override
    public List<Findable> of(Person reader) {
        return List.of(new Findable(
                NOTES,
                Findable.Source.of(NOTE_CARD, NOTE_CARD.ID, NOTE_CARD.WORDS, NOTE_CARD.SAID_AT)
                        .indexed("note_words")
                        .rowsOf("notes.note")
                        .where(NOTE_CARD.KIND.in(access.kinds(reader.roles())))
                        .ownedBy(NOTE_CARD.AUTHOR_ID),
                Findable.Shown.of(RecordKey.code(NOTE_CARD.KIND, NOTE_CARD.RECORD_ID), DSL.inline(""), URL)
                        .note(NOTE_CARD.TEXT)
                        .on(NOTE_CARD.SAID_AT)
                        .read(this::read)));
    }

    private List<Texts> read(List<Texts> found) {
        if (found.isEmpty()) return found;
        List<String> names = naming.read(found.stream().map(Texts::title).toList());
        Mentions mentions = notes.mentions();
        return IntStream.range(0, found.size())
                .mapToObj(i -> {
                    String said = NoteText.line(found.get(i).note(), mentions);
                    return new Texts(names.get(i), NoteText.beginning(said), said);
                })
                .toList();
    }
}
