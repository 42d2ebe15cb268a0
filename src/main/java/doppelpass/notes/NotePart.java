package doppelpass.notes;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Person;
import doppelpass.notes.views.NoteView;
import doppelpass.notes.views.Panel;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The notes of a record above its history: the pinned ones first, then the newest. */
@Component
class NotePart implements RecordPart {
    private static final int PAGE = 10;

    private final Notes notes;

    NotePart(Notes notes) {
        this.notes = notes;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        return List.of(new Part(Place.MAIN, 20, "notes/panel", Map.of("panel", panel(record, reader, newest()))));
    }

    static PageRequest newest() {
        return PageRequest.first("written", true, PAGE);
    }

    Panel panel(Subject record, Person reader, PageRequest request) {
        Mentions mentions = notes.mentions();
        List<NoteView> pinned = request.cursor().isPresent()
                ? List.of()
                : notes.pinned(record).stream()
                        .map(note -> view(note, mentions, reader))
                        .toList();
        Page<NoteView> page = notes.page(record, request).map(note -> view(note, mentions, reader));
        List<NoteView> deleted = notes.deleted(record, reader).stream()
                .map(note -> view(note, mentions, reader))
                .toList();
        return new Panel(record, pinned, page, deleted);
    }

    private static NoteView view(Note note, Mentions mentions, Person reader) {
        return new NoteView(note, Markdown.html(note.text(), mentions), note.belongsTo(reader));
    }
}
