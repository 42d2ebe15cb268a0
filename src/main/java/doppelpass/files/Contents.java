package doppelpass.files;

import doppelpass.web.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bytes of all files, each content once, in chunks of one table: at no time is more than one of them in memory. */
@Component
class Contents {
    private final ContentTable table;
    private final Scanner scanner;
    private final Clock clock;

    Contents(ContentTable table, Scanner scanner, Clock clock) {
        this.table = table;
        this.scanner = scanner;
        this.clock = clock;
    }

    Optional<Kept> find(Upload.Look look) {
        return table.find(look.sha256());
    }

    /** What the bytes may be kept as; asks the scanner, so never within a transaction. */
    State judge(Upload upload, Upload.Look look, Settings settings) {
        if (!settings.scans()) return State.UNSCANNED;
        try (InputStream in = upload.source().open()) {
            return switch (scanner.scan(in, settings.scannerHost(), settings.scannerPort())) {
                case Verdict.Clean clean -> {
                    settle(look, State.CLEAN, null);
                    yield State.CLEAN;
                }
                case Verdict.Infected(String finding) -> {
                    settle(look, State.INFECTED, finding);
                    throw Refusal.of("files.error.infected", upload.name(), finding);
                }
                case Verdict.Silent silent -> {
                    if (settings.quarantine()) yield State.QUARANTINED;
                    throw Refusal.of("files.error.silent", upload.name());
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be read", e);
        }
    }

    /** What holds for the same bytes that came in before there was a scanner too. */
    private void settle(Upload.Look look, State state, @Nullable String finding) {
        find(look).ifPresent(kept -> table.settle(kept.id(), state, finding, clock.instant()));
    }

    /** Keeps the bytes in the caller's transaction, unless they are there; the id of the content. */
    long keep(Upload upload, Upload.Look look, State state) {
        Optional<Kept> there = table.hold(look.sha256());
        if (there.isPresent()) return there.get().id();
        Optional<Long> fresh = table.insert(look.sha256(), look.sizeBytes(), look.type(), state, clock.instant());
        if (fresh.isEmpty()) {
            return table.hold(look.sha256())
                    .orElseThrow(() -> Refusal.conflict("web.error.clash"))
                    .id();
        }
        write(upload, fresh.get());
        return fresh.get();
    }

    private void write(Upload upload, long content) {
        try (InputStream in = upload.source().open()) {
            int place = 0;
            for (byte[] chunk = in.readNBytes(ContentTable.CHUNK_BYTES);
                    chunk.length > 0;
                    chunk = in.readNBytes(ContentTable.CHUNK_BYTES)) {
                table.append(content, place++, chunk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be read", e);
        }
    }

    /** Chunk by chunk, each read by itself: a slow reader holds neither a connection nor memory. */
    void send(long content, OutputStream to) throws IOException {
        try (InputStream in = open(content)) {
            in.transferTo(to);
        }
    }

    InputStream open(long content) {
        return new SequenceInputStream(new Enumeration<>() {
            private int place;
            private byte @Nullable [] next = table.chunk(content, 0);

            @Override
            public boolean hasMoreElements() {
                return next != null;
            }

            @Override
            public InputStream nextElement() {
                byte[] chunk = next;
                if (chunk == null) throw new NoSuchElementException();
                next = table.chunk(content, ++place);
                return new ByteArrayInputStream(chunk);
            }
        });
    }
}
