package doppelpass.files;

import static doppelpassdb.files.Tables.FILE;

import doppelpass.timeline.Chapter;
import doppelpass.web.Words;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Files in the histories of their records. */
@Component
class FileChapter implements Chapter {
    @Override
    public String filter() {
        return "file";
    }

    @Override
    public String icon() {
        return "paperclip";
    }

    @Override
    public Table<?> table() {
        return FILE;
    }

    @Override
    public Columns columns() {
        return new Columns(
                FILE.ID, DSL.inline("file"), FILE.NAME, FILE.PERSON_ID, FILE.ADDED_AT, FILE.KIND, FILE.RECORD_ID);
    }

    @Override
    public Condition told() {
        return FILE.DELETED_AT.isNull();
    }

    @Override
    public String label(String kind) {
        return Words.t("files.told");
    }
}
