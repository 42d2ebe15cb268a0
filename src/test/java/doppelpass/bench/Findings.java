package doppelpass.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of results: the races, and below them the load test; each run replaces its own part. */
public final class Findings {
    public static final Path PAGE = Path.of("docs", "benchmarks.md");
    private static final String LOAD = "\n## Load\n";

    private Findings() {}

    static void putRaces(String races) throws IOException {
        String page = Files.readString(PAGE);
        int load = page.indexOf(LOAD);
        Files.writeString(PAGE, races + (load < 0 ? "" : page.substring(load)));
    }

    public static void putLoad(String section) throws IOException {
        String page = Files.readString(PAGE);
        int load = page.indexOf(LOAD);
        Files.writeString(PAGE, (load < 0 ? page : page.substring(0, load)) + "\n" + section);
    }
}
