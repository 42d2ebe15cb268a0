package doppelpass.importing;

import doppelpass.database.Intake;
import doppelpass.database.IntakeField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The temporary table between a file and a module's table; rows get there by COPY. */
record Stage(DSLContext db, Intake intake) {

    String name() {
        return "intake_" + intake.object();
    }

    /** Made once a connection; empty at each commit. */
    void create() {
        String sequence = db.fetchSingle("select pg_get_serial_sequence(?, 'id')", intake.table())
                .get(0, String.class);
        String columns = intake.fields().stream()
                .map(f -> ", " + f.name() + " " + f.type().sql() + (f.link() ? ", " + f.name() + "_id bigint" : ""))
                .collect(Collectors.joining());
        String scratch = intake.scratch().entrySet().stream()
                .map(e -> ", " + e.getKey() + " " + e.getValue())
                .collect(Collectors.joining());
        db.execute("set local client_min_messages = warning");
        db.execute("create temporary table if not exists " + name()
                + " (row_no bigint, source_id text, record_id bigint, change text, new_id bigint default nextval('"
                + sequence + "')" + columns + scratch + ") on commit delete rows");
    }

    void fill(List<FieldReader> fields, List<RowReader.Row> rows) {
        String columns = fields.stream().map(f -> ", " + f.field().name()).collect(Collectors.joining());
        StringBuilder text = new StringBuilder(rows.size() * 160);
        rows.forEach(row -> line(text, row));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        db.connection(c -> {
            try {
                c.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy " + name() + " (row_no, source_id" + columns + ") from stdin",
                                new ByteArrayInputStream(bytes));
            } catch (IOException e) {
                throw new SQLException(e);
            }
        });
    }

    private static void line(StringBuilder text, RowReader.Row row) {
        text.append(row.number()).append('\t');
        value(text, row.sourceId());
        for (String value : row.values()) {
            text.append('\t');
            value(text, value);
        }
        text.append('\n');
    }

    /** COPY's text format: null is \N; backslash, tab and line ends are escaped. */
    private static void value(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(Character.isSurrogate(c) && !paired(value, i) ? '\ufffd' : c);
            }
        }
    }

    private static boolean paired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }

    static String idColumn(IntakeField link) {
        return link.name() + "_id";
    }
}
