package doppelpass.files.views;

import doppelpass.files.StoredFile;
import doppelpass.timeline.Subject;
import doppelpass.web.Words;
import java.util.List;

/** The files of a record, what the reader may bring back, and how large a file may be. */
public record FilePanel(Subject record, List<Row> rows, List<StoredFile> deleted, long largestMegabytes) {

    /** A file; {@code own} may be deleted by the reader. */
    public record Row(StoredFile file, boolean own) {}

    public String url() {
        return "/files/on/" + record.code();
    }

    /** In the largest unit that leaves a whole digit: 512 B, 3.4 kB, 12.0 MB. */
    public static String size(long bytes) {
        if (bytes < 1_000) return bytes + " B";
        if (bytes < 1_000_000) return Words.decimal(bytes / 1e3, 1) + " kB";
        return bytes < 1_000_000_000 ? Words.decimal(bytes / 1e6, 1) + " MB" : Words.decimal(bytes / 1e9, 2) + " GB";
    }
}
