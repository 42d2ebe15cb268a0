package doppelpass.database;

import doppelpass.console.Refused;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The last 64 bytes of an archive are the SHA-256 of all bytes before them, in hex: a file that was cut off or altered
 * anywhere is recognised before anything is read from it. To zip programs they are the archive's comment.
 */
final class Seal {
    static final int LENGTH = 64;
    static final String PLACEHOLDER = "0".repeat(LENGTH);

    private Seal() {}

    /** Puts the seal in the place of the {@link #PLACEHOLDER} at the end of the file, and the file safely on disk. */
    static void set(Path file) throws IOException {
        byte[] seal = of(file).getBytes(StandardCharsets.US_ASCII);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(open.length() - LENGTH);
            open.write(seal);
            open.getFD().sync();
        }
    }

    /** Refuses a file that is not, byte for byte, what was written. */
    static void check(Path file) {
        try {
            if (!found(file).equals(of(file))) {
                throw new Refused(
                        "The archive " + file + " was altered or is not complete: its checksum does not match."
                                + " Nothing was changed. Fetch the file again, or take another archive.");
            }
        } catch (IOException e) {
            throw new Refused("Cannot read the archive " + file + ": " + e.getMessage() + ". Nothing was changed.");
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        long left = Files.size(file) - LENGTH;
        if (left <= 0) {
            throw new EOFException("it is too short");
        }
        byte[] buffer = new byte[65_536];
        try (InputStream in = Files.newInputStream(file)) {
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new EOFException("it changes while it is read");
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return hex(digest);
    }

    private static String found(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] seal = new byte[LENGTH];
            open.seek(Math.max(0, open.length() - LENGTH));
            open.readFully(seal);
            return new String(seal, StandardCharsets.US_ASCII);
        }
    }

    /** Counts rows and bytes and keeps the checksum of what passes through; PostgreSQL's text rows end with a newline. */
    static final class Meter extends FilterOutputStream {
        private final MessageDigest digest = digest();
        private long rows;

        Meter(OutputStream target) {
            super(target);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            digest.update(bytes, from, length);
            for (int i = from; i < from + length; i++) {
                rows += bytes[i] == '\n' ? 1 : 0;
            }
        }

        /** An entry of an archive is finished by the archive. */
        @Override
        public void close() throws IOException {
            flush();
        }

        long rows() {
            return rows;
        }

        String sha256() {
            return hex(digest);
        }
    }
}
