package doppelpass.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The folder that holds everything an installation keeps: {@code DOPPELPASS_HOME}, else {@code ./data}. */
public record Home(Path folder) {

    public static Home from(Map<String, String> environment) {
        return new Home(Path.of(environment.getOrDefault("DOPPELPASS_HOME", "data"))
                .toAbsolutePath()
                .normalize());
    }

    /** A sub-folder, created if missing. */
    public Path in(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + folder.resolve(name) + ": check its rights", e);
        }
    }
}
