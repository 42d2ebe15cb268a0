package doppelpass.importing;

import doppelpass.console.Arguments;
import doppelpass.console.Command;
import doppelpass.console.Refused;
import doppelpass.console.Verb;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import doppelpass.work.Progress;
import doppelpass.work.Queue;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** {@code import}: the same engine as the page, in this process, whether or not a server is running. */
@Component
@Verb("import")
class ImportCommand implements Command {
    private static final int PATIENCE = 240;

    private final Imports imports;
    private final Folders folders;
    private final Queue queue;

    ImportCommand(Imports imports, Folders folders, Queue queue) {
        this.imports = imports;
        this.folders = folders;
        this.queue = queue;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        arguments.allowOnly("preset", "object", "mapping", "source", "resume", "undo", "json");
        try {
            if (arguments.option("undo").isPresent()) {
                long id = number(arguments.required("undo"));
                imports.undo(id);
                out.println(arguments.flag("json") ? "{\"undone\":" + id + "}" : "Import " + id + " is undone.");
                return;
            }
            long id = arguments.option("resume").isPresent()
                    ? number(arguments.required("resume"))
                    : arguments.option("preset").isPresent() ? preset(arguments) : file(arguments);
            report(await(id, arguments.option("resume").isPresent()), arguments.flag("json"), out);
        } catch (Refusal refusal) {
            throw new Refused(refusal.text(Locale.ENGLISH));
        } catch (BrokenFile broken) {
            throw new Refused(broken.getMessage() + ".");
        }
    }

    private long preset(Arguments arguments) {
        Path folder = Path.of(arguments.word(0, "folder: ./doppelpass import --preset zoho-crm FOLDER"));
        if (!Files.isDirectory(folder)) {
            throw new Refused("There is no folder " + folder + ".");
        }
        String name = arguments.required("preset");
        return folders.begin(
                folder, Json.preset(name), arguments.option("source").orElse(name), null);
    }

    private long file(Arguments arguments) {
        Path path = Path.of(arguments.word(0, "file: ./doppelpass import FILE --object KIND --mapping FILE.json"));
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new Refused("There is no readable file " + path + ".");
        }
        try (InputStream content = Files.newInputStream(path)) {
            FileHead head = FileHead.of(path, null, null);
            Mapping mapping = mapping(arguments, head);
            String name = String.valueOf(path.getFileName());
            long id = imports.begin(name, arguments.option("source").orElse("file"), null);
            imports.map(imports.add(id, name, content), mapping);
            return id;
        } catch (IOException e) {
            throw new Refused("Cannot read " + path + ": " + e.getMessage() + ".");
        }
    }

    /** The mapping file's; without one, what the columns' names suggest. */
    private Mapping mapping(Arguments arguments, FileHead head) {
        if (arguments.option("mapping").isEmpty()) {
            return Suggestions.mapping(imports.object(arguments.required("object")), head);
        }
        Path file = Path.of(arguments.required("mapping"));
        try {
            Mapping mapping = Json.mapping(Files.readString(file));
            arguments.option("object").filter(o -> !o.equals(mapping.object())).ifPresent(o -> {
                throw new Refused("The mapping " + file + " is for " + mapping.object() + ", not for " + o + ".");
            });
            return mapping;
        } catch (IOException e) {
            throw new Refused("Cannot read the mapping " + file + ".");
        }
    }

    /** Runs the import here, or watches the server do it; a database that is just starting again is waited for. */
    private ImportRow await(long id, boolean resumed) {
        ImportRow order = imports.get(id);
        long job = resumed && order.open() && order.job() != null ? order.job() : imports.start(id);
        int silent = 0;
        while (true) {
            try {
                queue.run(job);
                ImportRow now = imports.get(id);
                if (!now.open()) {
                    return now;
                }
                demandAlive(id, job);
                silent = 0;
            } catch (DataAccessException | TransactionException e) {
                if (++silent > PATIENCE) {
                    throw new Refused(
                            "The database does not answer: " + e.getMessage() + ". Go on with --resume " + id);
                }
            }
            pause();
        }
    }

    private void demandAlive(long id, long job) {
        Progress progress = queue.progress(job).orElse(null);
        if (progress == null || progress.finished()) {
            throw new Refused("The import " + id + " ended early" + (progress == null ? "" : ": " + progress.error())
                    + ". Go on with --resume " + id + ".");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(ImportRow done, boolean json, PrintStream out) {
        List<FileRow> files = imports.files(done.id());
        if (json) {
            out.println(Json.write(new Report(
                    done.id(),
                    done.state(),
                    done.error(),
                    files.stream().map(Report.File::of).toList())));
        } else {
            files.forEach(f -> out.println(line(f)));
            imports.remarks(done.id(), false, 20, r -> out.println("  " + text(r)));
            out.println("Import " + done.id() + " is " + done.state() + ".");
        }
        if (!done.state().equals("done")) {
            throw new Refused("The import is " + done.state() + (done.error() == null ? "." : ": " + done.error()));
        }
    }

    private static String line(FileRow f) {
        if (f.skipped() != null) {
            return f.name() + ": skipped. " + Messages.text(Locale.ENGLISH, f.skipped());
        }
        String currency = f.currencies().isEmpty()
                ? ""
                : "; " + Messages.text(Locale.ENGLISH, "importing.currency", f.currencies());
        return f.name() + ": " + f.done() + " rows, " + f.inserted() + " new, " + f.updated() + " changed, "
                + f.unchanged() + " unchanged, " + f.refused() + " refused, " + f.remarks() + " remarks" + currency;
    }

    private static String text(RemarkRow r) {
        return r.file() + " row " + r.row() + (r.refused() ? " refused" : "") + ": " + r.field() + " \"" + r.value()
                + "\": " + Messages.text(Locale.ENGLISH, "importing.reason." + r.reason());
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refused("An import has a number, not \"" + text + "\".");
        }
    }
}
