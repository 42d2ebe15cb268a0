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

/**
 * The import verb from file to committed rows, beside a bare COPY of the same rows into the same indexed table: empty, or
 * with as many contacts of another system in it.
 */
final class ImportBench {
    private static final String FINGERPRINT = "select count(*) || ' contacts, ' || sum(hashtextextended(row("
            + SomePeople.COLUMNS.replace(", import_id", ", may_mail, import_id > 0")
            + ")::text, 0)) from contacts.contact where source_system = 'crm'";

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
        return of(rows, 0);
    }

    /** Into a table that holds as many already. */
    Result again(int rows) {
        return of(rows, rows);
    }

    private Result of(int rows, int there) {
        SomePeople people = new SomePeople(rows, "crm");
        Path others = folder.resolve("others-" + there + ".copy");
        if (there > 0) new SomePeople(there, "old").rows(others);
        Path file = folder.resolve("contacts-" + rows + ".csv");
        Path copy = folder.resolve("contacts-" + rows + ".copy");
        people.file(file);
        people.rows(copy);
        Race.Times times = Race.once().run("import", imported(file, rows, others), copied(copy, others));
        plain.execute("alter table contacts.contact enable trigger user");
        plain.execute("truncate contacts.contact, importing.import cascade");
        return new Result(
                String.format(java.util.Locale.ENGLISH, "import of %,d contacts", rows)
                        + (there == 0 ? "" : String.format(java.util.Locale.ENGLISH, " beside %,d", there)),
                rows,
                times,
                Result.Budget.ratio(0.25));
    }

    /** How the heap went, one line a size: of the last round. */
    List<String> remarks() {
        return remarks;
    }

    private Contender imported(Path file, int rows, Path others) {
        return new OnSameTable(others) {
            @Override
            public Supplier<Object> run() {
                try (HeapWatch heap = new HeapWatch()) {
                    Path mapping = Files.writeString(folder.resolve("mapping.json"), SomePeople.MAPPING);
                    verb.run(
                            Arguments.parse(
                                    List.of(file.toString(), "--mapping", mapping.toString(), "--source", "crm")),
                            new PrintStream(PrintStream.nullOutputStream()));
                    String what = rows + (Files.exists(others) ? " contacts beside as many: " : " contacts: ");
                    remarks.removeIf(r -> r.startsWith(what));
                    remarks.add(what + heap.words());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return () -> plain.text(FINGERPRINT);
            }
        };
    }

    private Contender copied(Path file, Path others) {
        return new OnSameTable(others) {
            /** Bare: nothing notes what it writes. */
            @Override
            public void prepare() {
                super.prepare();
                plain.execute("alter table contacts.contact disable trigger user");
            }

            @Override
            public Supplier<Object> run() {
                copy(file);
                return () -> plain.text(FINGERPRINT);
            }
        };
    }

    private void copy(Path file) {
        plain.with(connection -> {
            try (InputStream rows = Files.newInputStream(file)) {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy contacts.contact (" + SomePeople.COLUMNS + ") from stdin", rows, 1 << 16);
            } catch (IOException e) {
                throw new SQLException(e);
            }
        });
    }

    private abstract class OnSameTable implements Contender {
        private final Path others;

        OnSameTable(Path others) {
            this.others = others;
        }

        @Override
        public void prepare() {
            plain.execute("truncate contacts.contact, importing.import restart identity cascade");
            if (Files.exists(others)) {
                plain.execute("alter table contacts.contact disable trigger user");
                copy(others);
                plain.execute("vacuum analyze contacts.contact");
            }
            plain.execute("alter table contacts.contact enable trigger user");
            plain.execute("checkpoint");
        }
    }
}
