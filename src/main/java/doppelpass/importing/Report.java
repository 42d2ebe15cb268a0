package doppelpass.importing;

import doppelpass.web.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report as JSON. */
record Report(long id, String state, @Nullable String error, List<File> files) {
    record File(
            String name, @Nullable String object, @Nullable String skipped, Map<String, Long> rows, String currencies) {
        static File of(FileRow f) {
            return new File(
                    f.name(),
                    f.object(),
                    f.skipped() == null ? null : Messages.text(Locale.ENGLISH, f.skipped()),
                    Map.of(
                            "read", f.done(),
                            "inserted", f.inserted(),
                            "updated", f.updated(),
                            "unchanged", f.unchanged(),
                            "refused", f.refused(),
                            "remarks", f.remarks()),
                    f.currencies());
        }
    }
}
