package doppelpass.importing;

import doppelpass.database.Intake;
import doppelpass.database.IntakeExtension;
import doppelpass.database.IntakeField;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.work.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a file in portions; each portion is one transaction together with the count of rows read, so that after a crash
 * the next run goes on behind the last portion that was kept.
 */
@Component
class Engine {
    static final int PORTION = 5_000;
    private static final long LOCK = 0x0d0b6e1;

    private final ImportTable table;
    private final RemarkTable remarks;
    private final Map<String, Intake> intakes;
    private final List<IntakeExtension> extensions;
    private final Map<String, String> keys;
    private final Organisations organisations;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Lookalikes lookalikes;

    Engine(
            ImportTable table,
            RemarkTable remarks,
            List<Intake> intakes,
            List<IntakeExtension> extensions,
            Organisations organisations,
            DSLContext db,
            TransactionTemplate transaction,
            Clock clock,
            Lookalikes lookalikes) {
        this.table = table;
        this.remarks = remarks;
        this.intakes = intakes.stream().collect(Collectors.toMap(Intake::object, Function.identity()));
        this.extensions = extensions;
        this.keys = intakes.stream().collect(Collectors.toMap(Intake::object, Intake::keys));
        this.organisations = organisations;
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
        this.lookalikes = lookalikes;
    }

    /** All objects files can hold, in the order they build on each other. */
    List<Intake> intakes() {
        return intakes.values().stream()
                .map(this::extended)
                .sorted(Comparator.comparingInt(Intake::order))
                .toList();
    }

    Intake intake(String object) {
        Intake intake = intakes.get(object);
        if (intake == null) {
            throw doppelpass.web.Refusal.of(
                    "importing.error.object",
                    object,
                    intakes().stream().map(Intake::object).collect(Collectors.joining(", ")));
        }
        return extended(intake);
    }

    /** The messages that name fields people made up: {@code company.x_size} → message. */
    Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        for (Intake intake : intakes())
            for (IntakeField field : intake.fields())
                if (field.words() != null) labels.put(intake.object() + "." + field.name(), field.label());
        return labels;
    }

    private Intake extended(Intake intake) {
        Intake whole = intake;
        for (IntakeExtension extension : extensions) whole = extension.extended(whole);
        return whole;
    }

    FileHead.Habit habit() {
        Organisation o = organisations.get();
        return new FileHead.Habit(
                o.language(),
                o.zone(),
                o.currency().getCurrencyCode(),
                Math.max(0, o.currency().getDefaultFractionDigits()));
    }

    /** The mapping made ready for the file; refuses what cannot work before the first row. */
    RowReader reader(Intake intake, Mapping mapping, Path path) throws IOException {
        FileHead head = FileHead.of(path, mapping.encoding(), mapping.delimiter());
        return new RowReader(intake, mapping, head.header(), head.readings(mapping, habit()));
    }

    /** Reads a file to its end or until somebody stops it; true at the end. */
    boolean read(ImportRow order, FileRow file, Run run) throws IOException {
        Mapping mapping = Json.mapping(Objects.requireNonNull(file.mapping()));
        Path path = Path.of(Objects.requireNonNull(file.path()));
        Intake intake = intake(mapping.object());
        RowReader reader = reader(intake, mapping, path);
        long total = file.total() == null ? count(path, mapping) : file.total();
        table.total(file.id(), total);
        Portion portion = new Portion(this, order, file, intake, reader, mapping.matches());
        long number = 0;
        try (Rows rows = FileHead.open(path, mapping.encoding(), mapping.delimiter())) {
            for (; number < file.done() && rows.hasNext(); number++) {
                reader.skip(rows.next());
            }
            while (rows.hasNext()) {
                List<List<String>> cells = new ArrayList<>(PORTION);
                while (cells.size() < PORTION && rows.hasNext()) {
                    cells.add(rows.next());
                }
                portion.take(number, cells);
                number += cells.size();
                run.progress(number, total);
                if (run.cancelled()) {
                    return false;
                }
            }
        }
        table.finishFile(file.id());
        return true;
    }

    /** One transaction: the rows, what is remarked about them and how far the file is read, all or nothing. */
    void keep(Portion portion, List<RowReader.Outcome> outcomes, long from) {
        transaction.executeWithoutResult(t -> {
            db.execute(
                    "select pg_advisory_xact_lock(" + LOCK + "), set_config('TimeZone', ?, true)",
                    habit().zone().getId());
            portion.keep(db, table, remarks, keys, outcomes, from, clock.instant());
        });
    }

    /** Within the transaction of a portion. */
    List<RowReader.Remark> recognise(Intake intake, Batch batch, boolean matching) {
        return lookalikes.recognise(intake, batch, matching);
    }

    private static long count(Path path, Mapping mapping) throws IOException {
        long rows = 0;
        try (Rows open = FileHead.open(path, mapping.encoding(), mapping.delimiter())) {
            for (; open.hasNext(); open.next()) {
                rows++;
            }
        }
        return rows;
    }
}
