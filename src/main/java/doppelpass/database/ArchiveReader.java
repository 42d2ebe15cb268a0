package doppelpass.database;

import doppelpass.console.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An archive whose every checksum holds; opening it is the check. */
final class ArchiveReader implements AutoCloseable {
    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private ArchiveReader(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    static ArchiveReader open(Path file) throws IOException {
        Seal.check(file);
        ZipFile zip = zip(file);
        try {
            ArchiveReader reader = new ArchiveReader(file, zip, manifest(file, zip));
            for (Manifest.Table table : reader.manifest.tables()) {
                reader.check(table);
            }
            return reader;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream rows(Manifest.Table table) throws IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw unreadable(file, "the table " + table.name() + " is missing");
        }
        return zip.getInputStream(entry);
    }

    private void check(Manifest.Table table) throws IOException {
        Seal.Meter meter = new Seal.Meter(OutputStream.nullOutputStream());
        try (InputStream rows = rows(table)) {
            rows.transferTo(meter);
        }
        if (!meter.sha256().equals(table.sha256()) || meter.rows() != table.rows()) {
            throw unreadable(file, "the rows of the table " + table.name() + " do not match their checksum");
        }
    }

    private static ZipFile zip(Path file) {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException e) {
            throw unreadable(file, "it is no archive of this program");
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw unreadable(file, "its manifest is missing");
        }
        try (InputStream json = zip.getInputStream(entry)) {
            Manifest manifest = JsonMapper.builder().build().readValue(json, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw unreadable(
                        file, "its format is " + manifest.format() + ", this program reads " + Manifest.FORMAT);
            }
            return manifest;
        } catch (JacksonException e) {
            throw unreadable(file, "its manifest cannot be read");
        }
    }

    private static Refused unreadable(Path file, String why) {
        return new Refused("The archive " + file + " cannot be restored: " + why + ". Nothing was changed.");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
