package doppelpass.importing;

import doppelpass.database.Intake;
import doppelpass.database.IntakeField;
import doppelpass.database.Seeing;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every import: begun with files, mapped, started, cancelled, resumed, undone. */
@Component
public class Imports {
    private final ImportTable table;
    private final RemarkTable remarks;
    private final MappingTable mappings;
    private final ImportFiles files;
    private final Engine engine;
    private final Undo undo;
    private final Queue queue;
    private final Clock clock;
    private final Seeing seeing;

    Imports(
            ImportTable table,
            RemarkTable remarks,
            MappingTable mappings,
            ImportFiles files,
            Engine engine,
            Undo undo,
            Queue queue,
            Clock clock,
            Seeing seeing) {
        this.table = table;
        this.remarks = remarks;
        this.mappings = mappings;
        this.files = files;
        this.engine = engine;
        this.undo = undo;
        this.queue = queue;
        this.clock = clock;
        this.seeing = seeing;
    }

    @Transactional
    long begin(String name, String system, @Nullable Long by) {
        demandSight();
        if (system.isBlank() || system.length() > 100) {
            throw Refusal.of("importing.error.system");
        }
        return table.insert(name, system.strip(), by, clock.instant());
    }

    /** Adds a file to a draft and returns its id. */
    @Transactional
    long add(long importId, String name, InputStream content) {
        long file = table.insertFile(importId, table.files(importId).size() + 1, name, null);
        table.path(file, files.keep(importId, file, content).toString());
        return file;
    }

    /** Lists a file that stays out, with the message key that says why. */
    @Transactional
    void skip(long importId, String name, String reason) {
        table.insertFile(importId, table.files(importId).size() + 1, name, reason);
    }

    /** Sets a file's mapping; refuses one that cannot work with the file. */
    @Transactional
    void map(long fileId, Mapping mapping) {
        FileRow file = file(fileId);
        engine.intake(mapping.object());
        reader(file, mapping);
        table.map(fileId, mapping.object(), Json.write(mapping));
    }

    /** The first rows as they would go in or be refused. */
    Preview preview(FileRow file, Mapping mapping) {
        try {
            FileHead head = head(file, mapping);
            RowReader reader = reader(file, mapping);
            List<RowReader.Remark> refused = new ArrayList<>();
            List<RowReader.Row> rows = new ArrayList<>();
            List<RowReader.Remark> standIns = new ArrayList<>();
            for (int i = 0; i < head.rows().size(); i++) {
                switch (reader.read(i + 1, head.rows().get(i))) {
                    case RowReader.Row row -> {
                        rows.add(row);
                        standIns.addAll(row.standIns());
                    }
                    case RowReader.Remark remark -> refused.add(remark);
                }
            }
            return new Preview(
                    reader.fields().stream().map(FieldReader::field).toList(),
                    rows,
                    refused,
                    standIns,
                    head.rows().size());
        } catch (BrokenFile e) {
            throw Refusal.of("importing.error.broken", Objects.requireNonNull(e.getMessage()));
        }
    }

    /** What the first rows of a file become. */
    record Preview(
            List<IntakeField> fields,
            List<RowReader.Row> rows,
            List<RowReader.Remark> refused,
            List<RowReader.Remark> standIns,
            int looked) {}

    private RowReader reader(FileRow file, Mapping mapping) {
        try {
            return engine.reader(engine.intake(mapping.object()), mapping, path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BrokenFile e) {
            throw Refusal.of("importing.error.broken", Objects.requireNonNull(e.getMessage()));
        }
    }

    FileHead head(FileRow file, @Nullable Mapping mapping) {
        try {
            return FileHead.of(
                    path(file),
                    mapping == null ? null : mapping.encoding(),
                    mapping == null ? null : mapping.delimiter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BrokenFile e) {
            throw Refusal.of("importing.error.broken", Objects.requireNonNull(e.getMessage()));
        }
    }

    private static Path path(FileRow file) {
        if (file.path() == null) {
            throw Refusal.notFound();
        }
        return Path.of(file.path());
    }

    /** Puts the import into the queue and returns the job. */
    @Transactional
    long start(long importId) {
        demandSight();
        List<FileRow> all = table.files(importId);
        if (all.stream().noneMatch(FileRow::ready) || all.stream().anyMatch(f -> f.skipped() == null && !f.ready())) {
            throw Refusal.of("importing.error.unmapped");
        }
        if (!table.state(importId, List.of("draft", "cancelled", "failed"), "waiting")) {
            throw Refusal.conflict("importing.error.started");
        }
        long job = queue.put(ImportJob.KIND, Long.toString(importId));
        table.job(importId, job);
        return job;
    }

    /** The import stops behind the portion it is at and can be resumed. */
    @Transactional
    void cancel(long importId) {
        ImportRow order = get(importId);
        if (order.job() == null || !order.open()) {
            throw Refusal.conflict("importing.error.notRunning");
        }
        queue.cancel(order.job());
        table.state(importId, List.of("waiting"), "cancelled");
    }

    @Transactional
    void undo(long importId) {
        demandSight();
        if (!table.state(importId, List.of("done", "failed", "cancelled"), "undone")) {
            throw Refusal.conflict("importing.error.notUndoable");
        }
        undo.undo(importId);
    }

    /** Imports recognise and write whatever there is; that they are not read either the database looks after. */
    private void demandSight() {
        if (seeing.limited()) throw Refusal.forbidden("importing.error.limited");
    }

    /** Throws a draft away. */
    @Transactional
    void discard(long importId) {
        get(importId);
        if (!table.state(importId, List.of("draft"), "undone")) {
            throw Refusal.conflict("importing.error.started");
        }
        files.forget(importId);
    }

    public ImportRow get(long importId) {
        return table.find(importId).orElseThrow(Refusal::notFound);
    }

    public List<ImportRow> latest() {
        return table.latest(100);
    }

    List<FileRow> files(long importId) {
        return table.files(importId);
    }

    FileRow file(long fileId) {
        return table.file(fileId).orElseThrow(Refusal::notFound);
    }

    Optional<FileRow> nextToMap(long importId) {
        return files(importId).stream()
                .filter(f -> f.skipped() == null && !f.ready())
                .findFirst();
    }

    List<Intake> objects() {
        return engine.intakes();
    }

    Intake object(String name) {
        return engine.intake(name);
    }

    @Transactional(readOnly = true)
    public void remarks(long importId, boolean refusedOnly, int limit, Consumer<RemarkRow> consumer) {
        remarks.read(importId, refusedOnly, limit, engine.labels(), consumer);
    }

    Map<String, String> mappings() {
        return mappings.all();
    }

    @Transactional
    void saveMapping(String name, Mapping mapping, @Nullable Long by) {
        if (name.isBlank() || name.length() > 200) {
            throw Refusal.of("importing.error.mappingName");
        }
        mappings.save(name.strip(), mapping.object(), Json.write(mapping), by, clock.instant());
    }

    void system(long importId, String system) {
        table.system(importId, system);
    }
}
