package doppelpass.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/** Writes one snapshot of the database into one zip file, row by row: memory use does not grow with the data. */
final class ArchiveWriter {
    private final Connection snapshot;
    private final CopyManager copy;
    private final Catalogue catalogue;

    /** The connection's transaction must be a repeatable read: every table is read as of its first statement. */
    ArchiveWriter(Connection snapshot) throws SQLException {
        this.snapshot = snapshot;
        this.copy = snapshot.unwrap(PGConnection.class).getCopyAPI();
        this.catalogue = new Catalogue(DSL.using(snapshot, SQLDialect.POSTGRES));
    }

    Manifest write(Path file, String product, String madeAt) throws IOException, SQLException {
        if (snapshot.getTransactionIsolation() != Connection.TRANSACTION_REPEATABLE_READ) {
            throw new IllegalStateException("A backup reads one snapshot");
        }
        Manifest manifest;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 65_536);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.setComment(Seal.PLACEHOLDER);
            // sequences are no part of a snapshot: read after its first statement they are never behind its rows
            List<String> migrations = catalogue.migrations();
            List<Manifest.Sequence> sequences = catalogue.sequences();
            List<Manifest.Table> tables = new ArrayList<>();
            for (Catalogue.Table table : catalogue.tables()) {
                tables.add(write(table, zip));
            }
            manifest =
                    new Manifest(Manifest.FORMAT, product, madeAt, catalogue.version(), migrations, tables, sequences);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(manifest));
            zip.closeEntry();
        }
        Seal.set(file);
        return manifest;
    }

    private Manifest.Table write(Catalogue.Table table, ZipOutputStream zip) throws IOException, SQLException {
        Manifest.Table entry = new Manifest.Table(table.name(), table.columns(), 0, "");
        zip.putNextEntry(new ZipEntry(entry.entry()));
        Seal.Meter meter = new Seal.Meter(zip);
        copy.copyOut(entry.copy() + " to stdout", meter);
        zip.closeEntry();
        return new Manifest.Table(table.name(), table.columns(), meter.rows(), meter.sha256());
    }
}
