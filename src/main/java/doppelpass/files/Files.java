package doppelpass.files;

import doppelpass.identity.Person;
import doppelpass.records.Access;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Files on records: for whoever may open the record, deleted by whoever brought them or an administrator. */
@Component
public class Files {
    private final FileTable table;
    private final Contents contents;
    private final Access access;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Files(FileTable table, Contents contents, Access access, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.contents = contents;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<StoredFile> of(Subject record) {
        return table.of(record);
    }

    /** Those this person may bring back. */
    List<StoredFile> deleted(Subject record, Person person) {
        return table.deleted(record, clock.instant().minus(StoredFile.KEPT)).stream()
                .filter(file -> file.belongsTo(person))
                .toList();
    }

    /** A file that is there, on a record the reader may open. */
    StoredFile get(long id, Person reader) {
        StoredFile file = known(id, reader);
        if (file.deletedAt() != null) throw Refusal.notFound();
        return file;
    }

    /**
     * Looks at the bytes, has them scanned, and keeps them with the file in one transaction: whole or not at all. Begins
     * its own one, so that nobody waits for a scanner with the database in hand.
     */
    public long add(Subject record, Upload given, Person by) {
        access.demand(record, by);
        Upload upload = new Upload(FileName.safe(given.name()), given.sizeBytes(), given.source());
        Settings settings = table.settings();
        if (upload.sizeBytes() == 0) throw Refusal.of("files.error.empty", upload.name());
        demandSize(upload, upload.sizeBytes(), settings);
        Upload.Look look = upload.look();
        demandSize(upload, look.sizeBytes(), settings);
        State state = judged(upload, look, settings);
        return transaction.execute(t -> {
            long content = contents.keep(upload, look, state);
            return table.insert(record, content, upload.name(), by.id(), clock.instant());
        });
    }

    /** Bytes that were found bad once stay refused; those that were found good need not be scanned again. */
    private State judged(Upload upload, Upload.Look look, Settings settings) {
        Optional<State> known = contents.find(look).map(Kept::state);
        if (known.filter(state -> state == State.INFECTED).isPresent()) {
            throw Refusal.of("files.error.known", upload.name());
        }
        return known.filter(state -> state == State.CLEAN || state == State.QUARANTINED)
                .orElseGet(() -> contents.judge(upload, look, settings));
    }

    private static void demandSize(Upload upload, long size, Settings settings) {
        if (size > settings.largestBytes()) {
            throw Refusal.of("files.error.large", upload.name(), settings.largestMegabytes());
        }
    }

    void send(StoredFile file, OutputStream to) throws IOException {
        contents.send(file.contentId(), to);
    }

    @Transactional
    StoredFile delete(long id, Person by) {
        StoredFile file = get(id, by);
        demandOwn(file, by);
        if (!table.delete(id, by.id(), clock.instant())) throw Refusal.conflict("files.error.deleted");
        return file;
    }

    @Transactional
    StoredFile restore(long id, Person by) {
        StoredFile file = known(id, by);
        demandOwn(file, by);
        if (!table.restore(id)) throw Refusal.conflict("files.error.restored");
        return file;
    }

    Usage usage() {
        return table.usage();
    }

    Settings settings() {
        return table.settings();
    }

    @Transactional
    void save(Settings settings, Person by) {
        table.save(settings, by.id(), clock.instant());
    }

    private StoredFile known(long id, Person reader) {
        StoredFile file = table.find(id).orElseThrow(Refusal::notFound);
        access.demand(file.record(), reader);
        return file;
    }

    private static void demandOwn(StoredFile file, Person by) {
        if (!file.belongsTo(by)) throw Refusal.forbidden("files.error.notYours");
    }
}
