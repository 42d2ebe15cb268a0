package doppelpass.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of files as people gave them, in any script, but without a path and without signs that trick a reader or a disk. */
final class FileName {
    private static final int LONGEST = 150;
    private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");
    /** Unseen signs that turn the direction of text round or join it. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.DOTALL);

    private FileName() {}

    static String safe(@Nullable String given) {
        String whole = given == null ? "" : given;
        String last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
        String name = UNSAFE.matcher(UNSEEN.matcher(last).replaceAll("")).replaceAll("_");
        name = Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("^[. ]+|[. ]+$", "");
        if (name.isEmpty()) return "file";
        return shortened(DEVICE.matcher(name).matches() ? "_" + name : name);
    }

    /** What stands behind the last dot stays. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST) return name;
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        int cut = LONGEST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(cut - 1)) ? cut - 1 : cut) + ending;
    }

    /** The header of RFC 6266: an ASCII name for old programs, the true one as RFC 5987 writes it. */
    static String disposition(String kind, String name) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^ -~]", "_")
                .replaceAll("[\"%;\\\\]", "_");
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || "-._~".indexOf(b) >= 0;
            encoded.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
        }
        return kind + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
