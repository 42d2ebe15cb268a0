package doppelpass.importing;

import doppelpass.database.Intake;
import doppelpass.database.IntakeField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Brings staged rows into a module's table, in sets: links, contradictions, then insert, update or leave as it is. */
final class Merge {
    private static final Pattern REFERENCE = Pattern.compile("\\bs\\.(\\w+)");

    private final DSLContext db;
    private final Intake intake;
    private final Batch batch;
    private final List<FieldReader> mapped;
    private final Map<String, String> keys;
    private final OwnRows own;

    /** {@code keys}: object → the view in which its records are looked up. */
    Merge(DSLContext db, Intake intake, Batch batch, List<FieldReader> mapped, Map<String, String> keys) {
        this.db = db;
        this.intake = intake;
        this.batch = batch;
        this.mapped = mapped;
        this.keys = keys;
        this.own = new OwnRows(
                intake, batch, mapped.stream().map(FieldReader::field).toList());
    }

    /** Inserted, updated, unchanged. */
    record Counts(long inserted, long updated, long unchanged) {}

    /** Fills the links; those that lead nowhere are answered. */
    List<RowReader.Remark> link() {
        own.find();
        List<FieldReader> links = mapped.stream().filter(r -> r.field().link()).toList();
        for (FieldReader link : links) {
            resolve(link);
            own.keepLink(link.field(), keysOf(link.field()));
        }
        if (!intake.recorded().isEmpty()) intake.repeated(batch);
        List<RowReader.Remark> unresolved = new ArrayList<>();
        links.forEach(link -> unresolved.addAll(unresolved(link.field())));
        own.keepLinks();
        return unresolved;
    }

    private void resolve(FieldReader reader) {
        IntakeField link = reader.field();
        String by = Objects.requireNonNullElse(reader.column().by(), "source_id");
        String view = keysOf(link);
        String found = by.equals("source_id")
                ? "select source_id as key, id from " + view
                        + " where source_system = {system} and source_id in (select " + link.name() + " from {s})"
                : "select lower(" + by + ") as key, min(id) as id from " + view + " where lower(" + by
                        + ") in (select lower(" + link.name() + ") from {s}) group by lower(" + by + ")";
        String key = by.equals("source_id") ? link.name() : "lower(s." + link.name() + ")";
        batch.execute("update {s} s set " + Stage.idColumn(link) + " = k.id from (" + found + ") k where k.key = "
                + (by.equals("source_id") ? "s." + key : key));
    }

    private String keysOf(IntakeField link) {
        return Objects.requireNonNull(keys.get(Objects.requireNonNull(link.target())));
    }

    private List<RowReader.Remark> unresolved(IntakeField link) {
        String condition = link.name() + " is not null and " + Stage.idColumn(link) + " is null";
        if (link.required())
            return remarks(
                    "delete from {s} where " + condition + " returning row_no, " + link.name(), link.name(), "link");
        String rows = "select row_no, " + link.name() + " from {s} where " + condition;
        List<RowReader.Remark> remarks = new ArrayList<>(remarks(rows + " and own is null", link.name(), "unlinked"));
        remarks.addAll(remarks(rows + " and own", link.name(), "stillLinked"));
        return remarks;
    }

    /** Takes rows out that contradict themselves. */
    List<RowReader.Remark> contradictions() {
        List<RowReader.Remark> out = new ArrayList<>();
        intake.contradictions().forEach((field, condition) -> {
            boolean known = intake.fields().stream().anyMatch(f -> f.name().equals(field));
            String rows = "delete from {s} s where " + condition + " returning row_no, "
                    + (known ? "s." + field + "::text" : "''");
            out.addAll(remarks(rows, field, "contradiction." + field));
        });
        return out;
    }

    private List<RowReader.Remark> remarks(String sql, String field, String reason) {
        return db.fetch(batch.filled(sql)).map(r -> {
            String value = r.get(1, String.class);
            return new RowReader.Remark(r.get(0, Long.class), field, value == null ? "" : value, reason);
        });
    }

    /** Finds the records that are here already; {@code recognition} looks at the rows that no id led to one. */
    void find(Runnable recognition) {
        batch.execute("update {s} s set record_id = t.id from " + intake.table()
                + " t where s.record_id is null and t.source_system = {system} and t.source_id = s.source_id"
                + current());
        List<String> columns = columns();
        own.keepMoments(columns);
        own.understand(columns);
        intake.recognise(batch);
        recognition.run();
    }

    private String current() {
        return intake.corrects() ? " and t.replaced_at is null" : "";
    }

    /** Takes rows out that would become new records and lack what these must have. */
    List<RowReader.Remark> lacking() {
        List<RowReader.Remark> out = new ArrayList<>();
        intake.lacking(batch)
                .forEach((field, condition) -> out.addAll(remarks(
                        "delete from {s} s where s.record_id is null and " + condition + " returning row_no, ''",
                        field,
                        "lacking")));
        return out;
    }

    Counts merge(List<RowReader.Remark> standIns) {
        keepKnown(standIns);
        intake.prepare(batch);
        compare();
        batch.keep(intake.table(), "select record_id from {s} where change = 'updated'");
        update();
        insert();
        intake.follow(batch);
        return counts();
    }

    /** What only stands in for an empty cell does not replace what the known record has. */
    private void keepKnown(List<RowReader.Remark> standIns) {
        standIns.stream()
                .collect(Collectors.groupingBy(RowReader.Remark::field))
                .forEach((field, remarks) -> {
                    String rows =
                            remarks.stream().map(r -> Long.toString(r.row())).collect(Collectors.joining(", "));
                    batch.execute("update {s} s set " + field + " = t." + field + " from " + intake.table()
                            + " t where t.id = s.record_id" + current() + " and s.row_no in (" + rows + ")");
                });
    }

    private void compare() {
        Map<String, String> columns = changing();
        batch.execute("update {s} set change = 'inserted' where record_id is null");
        String differs = columns.isEmpty()
                ? "false"
                : "(" + columns.keySet().stream().map(c -> "t." + c).collect(Collectors.joining(", "))
                        + ") is distinct from (" + String.join(", ", columns.values()) + ")";
        batch.execute(
                "update {s} s set change = case when " + row(differs) + " then 'updated' else 'unchanged' end from "
                        + intake.table() + " t where t.id = s.record_id and s.change is null");
    }

    private static String row(String comparison) {
        return comparison.replace("(t.", "row(t.").replace("from (", "from row(");
    }

    private void update() {
        Map<String, String> columns = changing();
        if (columns.isEmpty()) {
            return;
        }
        if (intake.corrects()) {
            batch.execute("update " + intake.table()
                    + " t set replaced_at = {now} from {s} s where t.id = s.record_id and s.change = 'updated'");
            return;
        }
        String assignments = columns.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", "));
        String stamp = columns().contains("updated_at") ? ", updated_at = {now}" : "";
        batch.execute("update " + intake.table() + " t set " + assignments + stamp
                + " from {s} s where t.id = s.record_id and s.change = 'updated'");
    }

    private void insert() {
        Map<String, String> columns = all();
        String wanted = intake.corrects() ? "s.change in ('inserted', 'updated')" : "s.change = 'inserted'";
        batch.execute("insert into " + intake.table() + " (id, import_id, source_system, source_id, "
                + String.join(", ", columns.keySet())
                + ") overriding system value select s.new_id, {import}, {system}, s.source_id, "
                + String.join(", ", columns.values()) + " from {s} s where " + wanted + " order by s.row_no");
        batch.execute("update {s} s set record_id = new_id where " + wanted);
    }

    private Counts counts() {
        Map<String, Long> counts = db.fetch("select change, count(*) from " + batch.stage() + " group by change")
                .intoMap(r -> r.get(0, String.class), r -> r.get(1, Long.class));
        return new Counts(
                counts.getOrDefault("inserted", 0L),
                counts.getOrDefault("updated", 0L),
                counts.getOrDefault("unchanged", 0L));
    }

    /** Every column a new row gets. */
    private Map<String, String> all() {
        Map<String, String> columns = new LinkedHashMap<>();
        intake.fields().stream().filter(f -> f.column() != null).forEach(f -> columns.put(f.column(), source(f)));
        intake.derived().forEach((column, sql) -> columns.put(column, batch.filled(sql)));
        intake.initial().forEach((column, sql) -> columns.put(column, batch.filled(sql)));
        intake.careful().forEach((column, sql) -> columns.put(column, batch.filled(sql)));
        return columns;
    }

    /** The columns this file has something to say about: only they may change what is there. */
    private Map<String, String> changing() {
        Set<String> said = mapped.stream().map(r -> r.field().name()).collect(Collectors.toSet());
        Map<String, String> columns = new LinkedHashMap<>();
        mapped.stream()
                .map(FieldReader::field)
                .filter(f -> f.column() != null)
                .forEach(f -> columns.put(Objects.requireNonNull(f.column()), source(f)));
        intake.derived().forEach((column, sql) -> {
            if (about(sql, said)) columns.put(column, batch.filled(sql));
        });
        intake.careful().forEach((column, sql) -> {
            if (about(sql, said))
                columns.put(column, "case when s.own then " + batch.filled(sql) + " else t." + column + " end");
        });
        return columns;
    }

    private boolean about(String sql, Set<String> said) {
        return REFERENCE
                .matcher(sql)
                .results()
                .map(r -> r.group(1))
                .anyMatch(name -> intake.scratch().containsKey(name)
                        || said.contains(name)
                        || name.endsWith("_id") && said.contains(name.substring(0, name.length() - 3)));
    }

    private static String source(IntakeField field) {
        return "s." + (field.link() ? Stage.idColumn(field) : field.name());
    }

    private List<String> columns() {
        return db
                .fetchValues("select column_name::text from information_schema.columns"
                        + " where table_schema || '.' || table_name = '" + intake.table() + "'")
                .stream()
                .map(String::valueOf)
                .toList();
    }
}
