package doppelpass.files;

import java.util.Set;
import org.apache.tika.Tika;

/** What a file is by its first bytes; what it is called never counts. */
final class ContentType {
    static final int HEAD = 1 << 16;
    /** Nothing in them runs. Browsers give PDF to a viewer that does not work in a sandbox, so it is not among them. */
    private static final Set<String> HARMLESS = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private static final Tika TIKA = new Tika();

    private ContentType() {}

    static String of(byte[] head) {
        return TIKA.detect(head);
    }

    static boolean harmless(String type) {
        return HARMLESS.contains(type);
    }
}
