package doppelpass.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How a text file is written: its encoding by byte order mark or validity, its delimiter by what splits rows evenly. */
record TextShape(Charset charset, char delimiter) {
    static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int HEAD_BYTES = 256 * 1024;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    static TextShape of(Path file) throws IOException {
        Charset charset = charset(file);
        try (InputStream in = Files.newInputStream(file)) {
            return new TextShape(charset, delimiter(new String(in.readNBytes(HEAD_BYTES), charset)));
        }
    }

    static Charset charset(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(4);
            byte[] head = in.readNBytes(4);
            in.reset();
            if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
                return StandardCharsets.UTF_16LE;
            }
            if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
                return StandardCharsets.UTF_16BE;
            }
            if (head.length == 4 && head[1] == 0 && head[3] == 0 && head[0] != 0) {
                return StandardCharsets.UTF_16LE;
            }
            return validUtf8(in) ? StandardCharsets.UTF_8 : WINDOWS;
        }
    }

    private static boolean validUtf8(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        while (true) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            bytes.limit(bytes.position() + Math.max(0, read)).rewind();
            if (decoder.decode(bytes, chars, read < 0).isError()) {
                return false;
            }
            if (read < 0) {
                return true;
            }
            chars.clear();
            bytes.compact();
        }
    }

    /** The candidate that cuts the first rows into the most columns, as evenly as possible; signs in quotes do not count. */
    static char delimiter(String head) {
        char best = ',';
        double bestScore = 0;
        List<String> lines = lines(head);
        for (char candidate : DELIMITERS) {
            int first = lines.isEmpty() ? 0 : count(lines.getFirst(), candidate);
            long even = lines.stream().filter(l -> count(l, candidate) == first).count();
            double score = first * (even / (double) Math.max(1, lines.size()));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static List<String> lines(String head) {
        List<String> lines = new java.util.ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < head.length() && lines.size() < 50; i++) {
            char c = head.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (i > start) {
                    lines.add(head.substring(start, i));
                }
                start = i + 1;
            }
        }
        if (lines.isEmpty() && start < head.length()) {
            lines.add(head.substring(start));
        }
        return lines;
    }

    private static int count(String line, char delimiter) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            count += c == delimiter && !quoted ? 1 : 0;
        }
        return count;
    }
}
