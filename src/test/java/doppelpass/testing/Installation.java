package doppelpass.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The product as people run it: processes of its own on a home folder of its own, with and without a server. */
public final class Installation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path home;
    private final int port;
    private final List<String> options;
    private @Nullable Process server;

    private Installation(Path home, int port, List<String> options) {
        this.home = home;
        this.port = port;
        this.options = options;
    }

    /** What a verb said and how it ended. */
    public record Answer(int code, String out, String err) {
        /** The sentence a refusal ends with; what is logged stands before it. */
        public String lastWords() {
            return err.isBlank() ? "" : err.strip().lines().toList().getLast();
        }
    }

    public static Installation fresh() {
        return fresh(Product.SMALL);
    }

    /** Its processes are started with these options of the JVM. */
    public static Installation fresh(List<String> options) {
        try (ServerSocket free = new ServerSocket(0)) {
            Path home = Files.createTempDirectory("doppelpass-home");
            Ready.lend(home);
            return new Installation(home, free.getLocalPort(), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file(String name, String text) {
        try {
            return Files.writeString(home.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path(String name) {
        return home.resolve(name);
    }

    /** Starts the server and waits until it says that it is ready; what it said. */
    public String start() throws IOException, InterruptedException {
        Path said = home.resolve("server.out");
        Process process = Product.over(home, options, "start", "--port", Integer.toString(port))
                .redirectOutput(said.toFile())
                .redirectError(home.resolve("server.err").toFile())
                .start();
        server = process;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            String text = Files.readString(said);
            if (text.contains("http://")) return text;
            Thread.sleep(100);
        }
        throw new AssertionError("The server did not start: " + Files.readString(home.resolve("server.err")));
    }

    /** Ends the server as {@code stop} does. */
    public void stop() throws InterruptedException {
        Process process = server;
        if (process == null) return;
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        server = null;
    }

    /** Runs one verb to its end. */
    public Answer run(String... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(home, "verb", ".out");
        Path err = Files.createTempFile(home, "verb", ".err");
        Process process = Product.over(home, options, words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError(String.join(" ", words) + " did not end: " + Files.readString(err));
        }
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Somebody at a browser, signed in. */
    public WebClient as(String mail, String password) {
        WebClient client = stranger();
        client.signIn(mail, password);
        return client;
    }

    public WebClient stranger() {
        return new WebClient(url());
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** The process of the running server. */
    public long process() {
        return Objects.requireNonNull(server, "no server runs").pid();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
        assertThat(home.resolve("server.pid"))
                .as("the server tidies up behind itself")
                .doesNotExist();
        Ready.delete(home);
    }
}
