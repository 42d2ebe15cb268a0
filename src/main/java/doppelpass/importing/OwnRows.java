package doppelpass.importing;

import doppelpass.database.Intake;
import doppelpass.database.IntakeField;
import doppelpass.database.IntakeField.Type;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows of a file that this installation wrote: known by the key that lists show and export. A cell that only repeats what
 * the list shows says nothing new, however little of the value the file kept.
 */
record OwnRows(Intake intake, Batch batch, List<IntakeField> mapped) {
    private static final Pattern KEY = Pattern.compile("d\\d{1,18}-\\d{1,18}");

    /** Whether a column of ids holds keys, and keys alone. */
    static boolean keys(List<String> ids) {
        return !ids.isEmpty()
                && ids.stream().allMatch(id -> KEY.matcher(id.strip()).matches());
    }

    /** The time a record was recorded tells records of several installations apart. */
    void find() {
        if (intake.recorded().isEmpty()) return;
        batch.execute("""
                update {s} s set record_id = t.id, own = true from TABLE t
                where t.id = left(substring(s.source_id from '^d([0-9]+)-[0-9]+$'), 18)::bigint
                  and s.source_id = 'd' || t.id || '-' || (extract(epoch from t.RECORDED) * 1000000)::bigint""".replace("TABLE", intake.table()).replace("RECORDED", intake.recorded()));
    }

    /** Names are not always unique, and not always what links are looked up by: the link that is here says which is meant. */
    void keepLink(IntakeField link, String keys) {
        if (intake.recorded().isEmpty()) return;
        String id = Stage.idColumn(link);
        batch.execute("update {s} s set " + id + " = k.id from " + intake.table() + " t join " + keys
                + " k on k.id = " + intake.linked(link) + " where t.id = s.record_id and s.own"
                + " and lower(coalesce(s." + link.name() + ", '')) in (lower(coalesce(k.shown, '')), lower(k.name))");
    }

    /** A name that leads nowhere takes no link away. */
    void keepLinks() {
        if (intake.recorded().isEmpty()) return;
        mapped.stream()
                .filter(IntakeField::link)
                .forEach(link -> batch.execute("update {s} s set " + Stage.idColumn(link) + " = " + intake.linked(link)
                        + " from " + intake.table() + " t where t.id = s.record_id and s.own and s."
                        + Stage.idColumn(link) + " is null and s." + link.name() + " is not null"));
    }

    /** Files say a moment to the second; in the hour that comes twice in autumn they do not say which. */
    void keepMoments(List<String> columns) {
        mapped.stream()
                .filter(f -> f.type() == Type.TIME && columns.contains(column(f)))
                .forEach(f -> batch.execute("update {s} s set NAME = t.COLUMN from TABLE t where t.id = s.record_id"
                        .concat(" and abs(extract(epoch from t.COLUMN::timestamp - s.NAME::timestamp)) < 1")
                        .replace("NAME", f.name())
                        .replace("COLUMN", column(f))
                        .replace("TABLE", intake.table())));
    }

    /** Words of an open text's known values become these, unless the record has the very words. */
    void understand(List<String> columns) {
        mapped.stream()
                .filter(f -> f.type() == Type.TEXT && f.said() != null && columns.contains(column(f)))
                .forEach(f -> Said.of(f)
                        .forEach((word, value) ->
                                batch.execute("update {s} s set NAME = VALUE where lower(s.NAME) = WORD"
                                        .concat(
                                                " and not exists (select from TABLE t where t.id = s.record_id and t.COLUMN = s.NAME)")
                                        .replace("NAME", f.name())
                                        .replace("COLUMN", column(f))
                                        .replace("TABLE", intake.table())
                                        .replace("VALUE", Batch.text(value))
                                        .replace("WORD", Batch.text(word)))));
    }

    private static String column(IntakeField field) {
        String column = field.column();
        return column == null ? field.name() : column;
    }
}
