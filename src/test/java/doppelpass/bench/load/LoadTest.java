package doppelpass.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    void nothingFailsWhileFortyRequestsComeEverySecond() throws Exception {
        Outcome outcome = Beside.asked() ? Beside.outcome() : here();
        Files.writeString(Files.createDirectories(Path.of("target", "load")).resolve("load.md"), outcome.section());
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.requests()).isEqualTo(40 * 180);
    }

    private static Outcome here() throws Exception {
        return new Load(Settings.inTests(), new PrintStream(System.out, true, StandardCharsets.UTF_8)).run();
    }
}
