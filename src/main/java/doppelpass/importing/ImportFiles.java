package doppelpass.importing;

import doppelpass.database.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where uploaded files are kept so that an interrupted import can go on: {@code imports/ID/FILE} in the home folder. */
@Component
class ImportFiles {
    private final Home home;

    ImportFiles(@Value("${doppelpass.home:}") String folder) {
        this.home = folder.isEmpty() ? Home.from(System.getenv()) : new Home(Path.of(folder));
    }

    /** Copies a file in and returns where it lies; its own name is not used, so it cannot lead anywhere else. */
    Path keep(long importId, long fileId, InputStream content) {
        Path target = folder(importId).resolve("file-" + fileId);
        try (content) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the file in " + target, e);
        }
    }

    void forget(long importId) {
        try (var files = Files.walk(folder(importId))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(long importId) {
        return home.in("imports/" + importId);
    }
}
