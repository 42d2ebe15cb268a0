package doppelpass.files;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks a ClamAV daemon over TCP by its INSTREAM command: lengths and chunks, a zero, one line in return. */
@Component
class Scanner {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST = 1_000;

    Verdict scan(InputStream content, String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) CONNECT.toMillis());
            socket.setSoTimeout((int) ANSWER.toMillis());
            send(content, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK)));
            return verdict(line(socket.getInputStream()));
        } catch (IOException e) {
            return new Verdict.Silent(host + ":" + port + ": " + e.getMessage());
        }
    }

    private static void send(InputStream content, DataOutputStream to) throws IOException {
        to.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        byte[] chunk = new byte[CHUNK];
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            if (read == 0) continue;
            to.writeInt(read);
            to.write(chunk, 0, read);
        }
        to.writeInt(0);
        to.flush();
    }

    private static String line(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = from.read(); c > 0 && line.length() < LONGEST; c = from.read()) line.append((char) c);
        return line.toString().strip();
    }

    /** {@code stream: OK}, {@code stream: NAME FOUND}; all else is no answer. */
    static Verdict verdict(String line) {
        String said = line.replaceFirst("^stream: ", "");
        if (said.equals("OK")) return new Verdict.Clean();
        if (said.endsWith(" FOUND")) return new Verdict.Infected(said.substring(0, said.length() - " FOUND".length()));
        return new Verdict.Silent(said.isEmpty() ? "no answer" : said);
    }
}
