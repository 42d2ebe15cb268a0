package doppelpass.notes;

import static doppelpassdb.notes.Tables.NOTE;

import doppelpass.timeline.Chapter;
import doppelpass.timeline.Subject;
import doppelpass.web.Words;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Notes in the histories of their records: the beginning of each, and the way to it. */
@Component
class NoteChapter implements Chapter {
    private static final int READ = 1000;

    private final Notes notes;

    NoteChapter(Notes notes) {
        this.notes = notes;
    }

    @Override
    public String filter() {
        return "note";
    }

    @Override
    public String icon() {
        return "note";
    }

    @Override
    public Table<?> table() {
        return NOTE;
    }

    @Override
    public Columns columns() {
        return new Columns(
                NOTE.ID,
                DSL.inline("note"),
                DSL.left(NOTE.TEXT, READ),
                NOTE.AUTHOR_ID,
                NOTE.WRITTEN_AT,
                NOTE.KIND,
                NOTE.RECORD_ID);
    }

    @Override
    public Condition told() {
        return NOTE.DELETED_AT.isNull();
    }

    @Override
    public String label(String kind) {
        return Words.t("notes.note");
    }

    @Override
    public List<String> read(List<String> titles) {
        Mentions mentions = notes.mentions();
        return titles.stream()
                .map(text -> NoteText.beginning(NoteText.line(text, mentions)))
                .toList();
    }

    @Override
    public String url(Subject record, long id) {
        return record.url() + "#note-" + id;
    }
}
