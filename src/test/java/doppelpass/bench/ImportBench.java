package doppelpass.bench;

import doppelpass.console.Arguments;
import doppelpass.console.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.postgresql.PGConnection;

/** The import verb from file to committed rows, beside a bare COPY of the same rows into the same empty, indexed table. */
final class ImportBench {
    private static final String FINGERPRINT = "select count(*) || ' contacts, ' || sum(hashtextextended(row("
            + SomePeople.COLUMNS.replace(", import_id", ", may_mail, import_id > 0")
            + ")::text, 0)) from contacts.contact";

    private final Plain plain;
    private final Command verb;
    private final Path folder;
    private final List<String> remarks = new ArrayList<>();

    ImportBench(Plain plain, Command verb, Path folder) {
        this.plain = plain;
        this.verb = verb;
        this.folder = folder;
    }

    Result of(int rows) {
        SomePeople people = new SomePeople(rows);
        Path file = folder.resolve("contacts-" + rows + ".csv");
        Path copy = folder.resolve("contacts-" + rows + ".copy");
        people.file(file);
        people.rows(copy);
        Race.Times times = Race.once().run("import", imported(file, rows), copied(copy));
        plain.execute("alter table contacts.contact enable trigger user");
        plain.execute("truncate contacts.contact, importing.import cascade");
        return new Result(
                String.format(java.util.Locale.ENGLISH, "import of %,d contacts", rows),
                rows,
                times,
                Result.Budget.ratio(0.25));
    }

    /** How the heap went, one line a size: of the last round. */
    List<String> remarks() {
        return remarks;
    }

    private Contender imported(Path file, int rows) {
        return new OnEmptyTable() {
            @Override
            public Supplier<Object> run() {
                try (HeapWatch heap = new HeapWatch()) {
                    Path mapping = Files.writeString(folder.resolve("mapping.json"), SomePeople.MAPPING);
                    verb.run(
                            Arguments.parse(
                                    List.of(file.toString(), "--mapping", mapping.toString(), "--source", "crm")),
                            new PrintStream(PrintStream.nullOutputStream()));
                    remarks.removeIf(r -> r.startsWith(rows + " "));
                    remarks.add(rows + " contacts: " + heap.words());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return () -> plain.text(FINGERPRINT);
            }
        };
    }

    private Contender copied(Path file) {
        return new OnEmptyTable() {
            /** Bare: nothing notes what it writes. */
            @Override
            public void prepare() {
                super.prepare();
                plain.execute("alter table contacts.contact disable trigger user");
            }

            @Override
            public Supplier<Object> run() {
                plain.with(connection -> {
                    try (InputStream rows = Files.newInputStream(file)) {
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn("copy contacts.contact (" + SomePeople.COLUMNS + ") from stdin", rows, 1 << 16);
                        return null;
                    } catch (IOException e) {
                        throw new SQLException(e);
                    }
                });
                return () -> plain.text(FINGERPRINT);
            }
        };
    }

    private abstract class OnEmptyTable implements Contender {
        @Override
        public void prepare() {
            plain.execute("alter table contacts.contact enable trigger user");
            plain.execute("truncate contacts.contact restart identity cascade");
            plain.execute("checkpoint");
        }
    }
}
