package doppelpass.shots;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The example company, started from the built product in a folder of its own that is gone afterwards. */
final class Example implements AutoCloseable {
    private static final Pattern MAIL = Pattern.compile("\\w+(@[\\w.-]+)");
    private static final Path PRODUCT = Path.of("target", "doppelpass.jar");

    private final Process server;
    private final Path home;
    private final String address;
    private final String domain;

    private Example(Process server, Path home, String address, String domain) {
        this.server = server;
        this.home = home;
        this.address = address;
        this.domain = domain;
    }

    static Example start() throws IOException {
        Path home = Files.createTempDirectory("doppelpass-shots");
        int port = freePort();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-Xmx768m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        PRODUCT.toString(),
                        "demo",
                        "--port",
                        Integer.toString(port))
                .redirectErrorStream(true);
        builder.environment().put("DOPPELPASS_HOME", home.toString());
        Process server = builder.start();
        return new Example(server, home, "http://localhost:" + port, domain(server));
    }

    String address() {
        return address;
    }

    String mail(String person) {
        return person + domain;
    }

    String password() {
        try {
            return Files.readString(home.resolve("demo-password")).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.destroy();
        try {
            server.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    /** Reads what the server prints until it says whom it knows; the rest is drained in the background. */
    private static String domain(Process server) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            Matcher mail = MAIL.matcher(line);
            if (mail.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(rest -> {}));
                return mail.group(1);
            }
        }
        throw new IOException("The example company did not start: " + String.join("\n", said));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
