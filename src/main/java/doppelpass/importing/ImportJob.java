package doppelpass.importing;

import doppelpass.database.Actor;
import doppelpass.duplicates.Duplicates;
import doppelpass.web.Refusal;
import doppelpass.work.Job;
import doppelpass.work.Run;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reads the files of an import one after the other; after a crash it goes on where the last portion ended. */
@Component
class ImportJob implements Job {
    static final String KIND = "importing.read";

    private final ImportTable table;
    private final Engine engine;
    private final Duplicates duplicates;
    private final Clock clock;

    ImportJob(ImportTable table, Engine engine, Duplicates duplicates, Clock clock) {
        this.table = table;
        this.engine = engine;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Run run) throws IOException {
        long id = Long.parseLong(run.payload());
        Long by = table.startedBy(id).orElse(null);
        new Actor(by, Actor.Origin.IMPORT, "import-" + id).during(() -> read(id, run));
    }

    private void read(long id, Run run) throws IOException {
        if (!table.state(id, List.of("waiting", "running"), "running")) {
            return;
        }
        ImportRow order = table.find(id).orElseThrow();
        try {
            for (FileRow file : inOrder(table.files(id))) {
                if (!engine.read(order, file, run)) {
                    table.finish(id, "cancelled", null, clock.instant());
                    return;
                }
            }
            table.finish(id, "done", null, clock.instant());
            duplicates.findSoon();
        } catch (BrokenFile e) {
            table.finish(id, "failed", e.getMessage(), clock.instant());
        } catch (Refusal e) {
            table.finish(id, "failed", e.text(Locale.ENGLISH), clock.instant());
        }
    }

    /** What others link to comes first, in whatever order the files were uploaded. */
    private List<FileRow> inOrder(List<FileRow> files) {
        return files.stream()
                .filter(f -> f.ready() && !f.finished())
                .sorted(Comparator.comparingInt(
                        f -> engine.intake(Objects.requireNonNull(f.object())).order()))
                .toList();
    }

    /** Every attempt gets further by at least one portion or fails for a reason outside: a restart, a lost connection. */
    @Override
    public int attempts() {
        return 50;
    }

    @Override
    public Duration retryAfter(int attempt) {
        return Duration.ofSeconds(attempt < 20 ? 1 : 30);
    }

    /** One after the other: two imports at the same time would only wait for each other. */
    @Override
    public int atOnce() {
        return 1;
    }
}
