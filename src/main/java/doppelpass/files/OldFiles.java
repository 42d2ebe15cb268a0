package doppelpass.files;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Forgets, once a day, deleted files that nobody brought back, and bytes no file needs any more. */
@Component
class OldFiles implements Job {
    private final FileTable files;
    private final ContentTable contents;
    private final Clock clock;

    OldFiles(FileTable files, ContentTable contents, Clock clock) {
        this.files = files;
        this.contents = contents;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "files.forget";
    }

    @Override
    public void run(Run run) {
        files.forget(clock.instant().minus(StoredFile.KEPT));
        contents.sweep();
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.plus(Duration.ofDays(1)));
    }
}
