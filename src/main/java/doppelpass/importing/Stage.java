package doppelpass.importing;

import doppelpass.database.CopyRows;
import doppelpass.database.Intake;
import doppelpass.database.IntakeField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The temporary table between a file and a module's table; rows get there by COPY. */
record Stage(DSLContext db, Intake intake) {

    /** Fields come and go: a connection that knows the table with other columns makes another one. */
    String name() {
        return "intake_" + intake.object() + "_" + Integer.toHexString(columns().hashCode());
    }

    private String columns() {
        String columns = intake.fields().stream()
                .map(f -> ", " + f.name() + " " + f.type().sql() + (f.link() ? ", " + f.name() + "_id bigint" : ""))
                .collect(Collectors.joining());
        return columns
                + intake.scratch().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> ", " + e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining());
    }

    /** Made once a connection; empty at each commit. */
    void create() {
        String sequence = db.fetchSingle("select pg_get_serial_sequence(?, 'id')", intake.table())
                .get(0, String.class);
        db.execute("set local client_min_messages = warning");
        db.execute("create temporary table if not exists " + name()
                + " (row_no bigint, source_id text, record_id bigint, own boolean, change text, new_id bigint default nextval('"
                + sequence + "')" + columns() + ") on commit delete rows");
    }

    void fill(List<FieldReader> fields, List<RowReader.Row> rows) {
        String columns = fields.stream().map(f -> ", " + f.field().name()).collect(Collectors.joining());
        CopyRows lines = new CopyRows();
        for (RowReader.Row row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(row.number());
            values.add(row.sourceId());
            values.addAll(row.values());
            lines.row(values);
        }
        lines.send(db, name(), "row_no, source_id" + columns);
        // nothing has looked at the rows yet: without it a portion is taken for a few rows, and all known records are
        // read for them
        db.execute("analyze " + name());
    }

    static String idColumn(IntakeField link) {
        return link.name() + "_id";
    }
}
