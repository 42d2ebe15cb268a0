package doppelpass.importing;

import org.jspecify.annotations.Nullable;

/** One file of an import and how far it is. */
public record FileRow(
        long id,
        long importId,
        int place,
        String name,
        @Nullable String path,
        @Nullable String object,
        @Nullable String mapping,
        @Nullable String skipped,
        @Nullable Long total,
        long done,
        long inserted,
        long updated,
        long unchanged,
        long refused,
        long remarks,
        String currencies,
        boolean finished) {

    public boolean ready() {
        return skipped == null && mapping != null && object != null;
    }

    public int percent() {
        return finished ? 100 : total == null || total == 0 ? 0 : (int) (done * 100 / total);
    }
}
