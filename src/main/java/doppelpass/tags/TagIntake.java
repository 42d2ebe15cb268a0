package doppelpass.tags;

import doppelpass.database.ExtendedIntake;
import doppelpass.database.Intake;
import doppelpass.database.IntakeBatch;
import doppelpass.database.IntakeField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * What a module lets in from files, with tags: names beside commas. A file from here says all tags of its records; any other
 * adds to those that a known record has. Tags that nobody used yet are made, as they are wherever people tag.
 */
final class TagIntake extends ExtendedIntake {
    private static final String FIELD = "tags";

    /** The tags of the staged rows, each row with each name once whatever its case. */
    private static final String NAMED = """
            (select distinct on (s.row_no, lower(n.name)) s.row_no, s.record_id, n.name from {s} s
             cross join lateral unnest(string_to_array(s.tags, ',')) w (word)
             cross join lateral (select regexp_replace(btrim(w.word), '\\s+', ' ', 'g') as name) n
             where n.name <> '' order by s.row_no, lower(n.name), n.name)""";

    private static final String WRONG =
            """
            (select count(*) > MOST or bool_or(length(btrim(w.word)) > LONGEST or btrim(w.word) ~ '^[+-]')
             from unnest(string_to_array(s.tags, ',')) w (word))""".replace("MOST", Integer.toString(Tags.MOST)).replace("LONGEST", Integer.toString(Tags.LONGEST));

    private final DSLContext db;

    TagIntake(Intake own, DSLContext db) {
        super(own);
        this.db = db;
    }

    @Override
    public List<IntakeField> fields() {
        List<IntakeField> fields = new ArrayList<>(super.fields());
        fields.add(IntakeField.text(FIELD, Tags.MOST * (Tags.LONGEST + 2)).staged());
        return fields;
    }

    @Override
    public Map<String, String> contradictions() {
        Map<String, String> contradictions = new HashMap<>(super.contradictions());
        contradictions.put(FIELD, WRONG);
        return contradictions;
    }

    @Override
    public void follow(IntakeBatch batch) {
        super.follow(batch);
        if (!batch.mapped().contains(FIELD)) return;
        batch.execute(
                "insert into tags.tag (name, created_at, import_id) select distinct on (lower(n.name)) n.name, {now}, {import}"
                        + " from " + NAMED + " n order by lower(n.name), n.row_no on conflict do nothing");
        String missing = " from " + NAMED + " n join tags.tag t on lower(t.name) = lower(n.name)"
                + " where not exists (select from tags.tagging g where g.kind = KIND and g.record_id = n.record_id and g.tag_id = t.id)";
        String surplus =
                " from tags.tagging g join tags.tag t on t.id = g.tag_id join {s} s on s.record_id = g.record_id"
                        + " where g.kind = KIND and s.own and not exists (select from " + NAMED
                        + " n where n.row_no = s.row_no and lower(n.name) = lower(t.name))";
        keep(batch, "select n.record_id" + missing + " union select s.record_id" + surplus);
        execute(batch, "delete from tags.tagging d where d.id in (select g.id" + surplus + ")");
        execute(
                batch,
                "insert into tags.tagging (tag_id, kind, record_id, tagged_at) select t.id, KIND, n.record_id, {now}"
                        + missing);
        refuseTooMany(batch);
    }

    /** What the records were tagged with, for undoing; whose tags alone change is changed. */
    private void keep(IntakeBatch batch, String records) {
        execute(
                batch,
                "update {s} s set change = 'updated' where s.change = 'unchanged' and s.record_id in (" + records
                        + ")");
        execute(
                batch,
                "insert into tags.before_import (import_id, kind, record_id, tag_id, person_id, tagged_at)"
                        + " select {import}, KIND, r.record_id, g.tag_id, g.person_id, g.tagged_at from (" + records
                        + ") r"
                        + " left join tags.tagging g on g.kind = KIND and g.record_id = r.record_id"
                        + " where not exists (select from tags.before_import b where b.import_id = {import} and b.kind = KIND"
                        + " and b.record_id = r.record_id)");
    }

    /** A row whose tags join too many others: an error finds it, and the import refuses that one alone. */
    private void refuseTooMany(IntakeBatch batch) {
        execute(
                batch,
                "select 1 / (select case when exists (select from tags.tagging g join {s} s on s.record_id = g.record_id"
                        + " where g.kind = KIND group by g.record_id having count(*) > " + Tags.MOST
                        + ") then 0 else 1 end)");
    }

    private void execute(IntakeBatch batch, String sql) {
        batch.execute(sql.replace("KIND", "'" + object() + "'"));
    }

    @Override
    public void undo(long importId) {
        super.undo(importId);
        db.execute(
                "delete from tags.tagging g using tags.before_import b where b.import_id = ? and b.kind = ?"
                        + " and g.kind = b.kind and g.record_id = b.record_id",
                importId,
                object());
        db.execute(
                "insert into tags.tagging (tag_id, kind, record_id, person_id, tagged_at)"
                        + " select tag_id, kind, record_id, person_id, tagged_at from tags.before_import"
                        + " where import_id = ? and kind = ? and tag_id is not null",
                importId,
                object());
        db.execute("delete from tags.before_import where import_id = ? and kind = ?", importId, object());
        db.execute(
                "delete from tags.tag t where import_id = ?"
                        + " and not exists (select from tags.tagging g where g.tag_id = t.id)",
                importId);
    }
}
