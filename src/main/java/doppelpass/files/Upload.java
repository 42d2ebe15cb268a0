package doppelpass.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A file on its way in: what it is called, how large it says to be, and its bytes, which can be read more than once. */
public record Upload(String name, long sizeBytes, Source source) {

    /** Opens the bytes at their start. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** What reading it once tells; nothing of it stays in memory but its head. */
    record Look(byte[] sha256, long sizeBytes, String type) {}

    Look look() {
        try (InputStream in = source.open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] head = in.readNBytes(ContentType.HEAD);
            digest.update(head);
            long size = head.length;
            byte[] some = new byte[1 << 16];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                digest.update(some, 0, read);
                size += read;
            }
            return new Look(digest.digest(), size, ContentType.of(Arrays.copyOf(head, head.length)));
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
