package doppelpass.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Many rows at once by PostgreSQL's COPY, in the caller's transaction. */
public final class CopyRows {
    private final StringBuilder text = new StringBuilder();

    /** Appends one row; a value is written as PostgreSQL reads it: text, numbers, times of ISO 8601, null. */
    public void row(List<? extends @Nullable Object> values) {
        Iterator<? extends @Nullable Object> each = values.iterator();
        while (each.hasNext()) {
            value(each.next());
            text.append(each.hasNext() ? '\t' : '\n');
        }
    }

    /** {@code columns} as written in SQL, separated by commas. */
    public void send(DSLContext db, String table, String columns) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        db.connection(c -> {
            try {
                c.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table + " (" + columns + ") from stdin", new ByteArrayInputStream(bytes));
            } catch (IOException e) {
                throw new SQLException(e);
            }
        });
    }

    /**
     * Writes the fields that were set on the first record, of all of them; identity columns are taken as they are given.
     * The planner learns of the new rows.
     */
    public static <R extends Record> void write(DSLContext db, Table<R> table, List<R> records) {
        if (records.isEmpty()) return;
        List<? extends Field<?>> fields = Arrays.stream(table.fields())
                .filter(field -> records.getFirst().touched(field))
                .toList();
        CopyRows rows = new CopyRows();
        records.forEach(record ->
                rows.row(Arrays.asList(fields.stream().map(record::get).toArray())));
        String columns = fields.stream().map(Field::getName).collect(Collectors.joining(", "));
        rows.send(db, name(table), columns);
        db.execute("analyze " + name(table));
    }

    /** The next ids of a table, taken from its own sequence. */
    public static Iterator<Long> ids(DSLContext db, Table<?> table, int count) {
        return db.fetch(
                        "select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)",
                        name(table),
                        count)
                .into(Long.class)
                .iterator();
    }

    private static String name(Table<?> table) {
        return Objects.requireNonNull(table.getSchema()).getName() + "." + table.getName();
    }

    /** COPY's text format: null is \N; backslash, tab and line ends are escaped. */
    private void value(@Nullable Object value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        String plain = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(Character.isSurrogate(c) && !paired(plain, i) ? '\ufffd' : c);
            }
        }
    }

    private static boolean paired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
