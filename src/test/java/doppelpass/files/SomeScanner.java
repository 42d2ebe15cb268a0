package doppelpass.files;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A daemon that speaks INSTREAM as clamd does and knows one virus: the EICAR text. */
final class SomeScanner implements AutoCloseable {
    /** Written in two halves, so that no scanner takes this source for the virus. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocket door;
    private final AtomicLong seen = new AtomicLong();

    SomeScanner() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many bytes it was shown in all. */
    long seen() {
        return seen.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket socket = door.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
                StringBuilder text = new StringBuilder();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    seen.addAndGet(length);
                    text.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
                }
                String answer = !command.equals("zINSTREAM\0")
                        ? "UNKNOWN COMMAND"
                        : text.indexOf(EICAR) >= 0 ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
                socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // the next one, or the end
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
