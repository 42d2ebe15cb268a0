package doppelpass.files;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows the scanner again what it did not answer for; ends at the first silence, the next run tries anew. */
@Component
class Quarantine implements Job {
    private final ContentTable table;
    private final FileTable files;
    private final Contents contents;
    private final Scanner scanner;
    private final Clock clock;

    Quarantine(ContentTable table, FileTable files, Contents contents, Scanner scanner, Clock clock) {
        this.table = table;
        this.files = files;
        this.contents = contents;
        this.scanner = scanner;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "files.quarantine";
    }

    @Override
    public void run(Run run) throws IOException {
        Settings settings = files.settings();
        if (!settings.scans()) return;
        for (long content : table.quarantined()) {
            try (InputStream in = contents.open(content)) {
                switch (scanner.scan(in, settings.scannerHost(), settings.scannerPort())) {
                    case Verdict.Clean clean -> table.settle(content, State.CLEAN, null, clock.instant());
                    case Verdict.Infected(String finding) ->
                        table.settle(content, State.INFECTED, finding, clock.instant());
                    case Verdict.Silent silent -> {
                        return;
                    }
                }
            }
        }
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(Duration.ofMinutes(5)));
    }
}
