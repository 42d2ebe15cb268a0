package doppelpass.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The load of a whole test run: it mostly waits, so Maven starts it as a process beside the tests, and {@link LoadTest}
 * asks at the end what came of it. Both find each other by the name of the run.
 */
final class Beside {
    private static final Path FOLDER = Path.of("target", "load");
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private Beside() {}

    /** Started by Maven, with the name of the run; whatever happens, the test is told. */
    public static void main(String[] args) throws Exception {
        Path outcome = outcome(args[0]);
        Files.createDirectories(FOLDER);
        try {
            new Load(Settings.inTests(), new PrintStream(System.out, true, StandardCharsets.UTF_8))
                    .run()
                    .write(outcome);
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            new Outcome(0, 1, List.of("It did not come to its end: " + e), "").write(outcome);
            System.exit(1);
        }
    }

    /** Whether one was started with these tests. */
    static boolean asked() {
        return !run().isEmpty();
    }

    static Outcome outcome() throws IOException, InterruptedException {
        Path outcome = outcome(run());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(outcome)) {
            if (System.nanoTime() > end) throw new AssertionError("No word from the load after " + PATIENCE);
            Thread.sleep(200);
        }
        return Outcome.read(outcome);
    }

    private static String run() {
        return System.getProperty("load.run", "");
    }

    private static Path outcome(String run) {
        return FOLDER.resolve("outcome-" + run + ".json");
    }
}
