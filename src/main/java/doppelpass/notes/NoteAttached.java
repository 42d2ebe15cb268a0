package doppelpass.notes;

import doppelpass.core.PageRequest;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Attached;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.Kind;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The notes of a record for programs: pinned ones first, then the newest; Markdown, people as {@code @Name}. */
@Component
class NoteAttached implements Attached {
    private static final int MOST = 200;

    private final Notes notes;

    NoteAttached(Notes notes) {
        this.notes = notes;
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public boolean on(String subject) {
        return Stream.of(Subject.Kind.values()).anyMatch(kind -> kind.code().equals(subject));
    }

    @Override
    public List<EntryField> told() {
        return List.of(
                EntryField.text("text", "notes.note").must(),
                EntryField.of("pinned", "notes.pinned", Kind.FLAG),
                EntryField.of("author", "notes.author", Kind.LINK),
                EntryField.of("written_at", "notes.written", Kind.MOMENT),
                EntryField.of("edited_at", "notes.changed", Kind.MOMENT));
    }

    @Override
    public List<EntryField> sent() {
        return told().subList(0, 2);
    }

    @Override
    public List<Map<String, @Nullable Object>> of(String subject, long record, Person reader) {
        Subject about = about(subject, record);
        Mentions mentions = notes.mentions();
        return Stream.concat(
                        notes.pinned(about).stream(),
                        notes.page(about, PageRequest.first("written", true, MOST)).rows().stream())
                .map(note -> told(note, mentions))
                .toList();
    }

    @Override
    public long add(String subject, long record, Map<String, String> values, Person by) {
        long id = notes.write(about(subject, record), values.getOrDefault("text", ""), by);
        if (Boolean.parseBoolean(values.get("pinned"))) notes.pin(id, true, by);
        return id;
    }

    @Override
    public void change(String subject, long record, long id, Map<String, String> values, Person by) {
        String text = values.get("text");
        if (text != null) notes.edit(of(subject, record, id, by), text, by);
        String pinned = values.get("pinned");
        if (pinned != null) notes.pin(of(subject, record, id, by), Boolean.parseBoolean(pinned), by);
    }

    @Override
    public void remove(String subject, long record, long id, Person by) {
        notes.delete(of(subject, record, id, by), by);
    }

    /** The note's number, if it lies on this record. */
    private long of(String subject, long record, long id, Person by) {
        if (!notes.get(id, by).record().equals(about(subject, record))) throw Refusal.notFound();
        return id;
    }

    private static Subject about(String subject, long record) {
        return new Subject(Subject.Kind.valueOf(subject.toUpperCase(Locale.ROOT)), record);
    }

    private static Map<String, @Nullable Object> told(Note note, Mentions mentions) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", note.id());
        told.put("text", mentions.show(note.text()));
        told.put("pinned", note.pinned());
        told.put(
                "author",
                note.authorId() == null
                        ? null
                        : Map.of("id", note.authorId(), "name", note.author() == null ? "" : note.author()));
        told.put("written_at", note.writtenAt());
        told.put("edited_at", note.editedAt());
        return told;
    }
}
