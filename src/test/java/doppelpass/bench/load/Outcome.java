package doppelpass.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of it.
 *
 * @param failures the first requests that were not answered as they should, in words
 */
record Outcome(long requests, long failed, List<String> failures, String section) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whole or not at all: somebody waits for it. */
    void write(Path file) throws IOException {
        Path half = Files.writeString(file.resolveSibling(file.getFileName() + ".half"), JSON.writeValueAsString(this));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static Outcome read(Path file) throws IOException {
        return JSON.readValue(Files.readString(file), Outcome.class);
    }
}
