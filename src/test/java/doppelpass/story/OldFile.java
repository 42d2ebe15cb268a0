package doppelpass.story;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** A hundred thousand people in a file, as it was and as it is after somebody corrected the rows that were refused. */
final class OldFile {
    private static final int ROWS = 100_000;
    private static final String[] SYLLABLES =
            "ba be bi bo ka ke ki ko la le li lo ma me mi mo ra re ri ro sa se si so ta te ti to".split(" ");

    private final Path folder;

    OldFile(Path folder) {
        this.folder = folder;
    }

    /** Row → field that is wrong, 100 + 10 + 5: every thousandth mail address, ten days that do not exist, five ids twice. */
    TreeMap<Long, String> mistakes() {
        TreeMap<Long, String> mistakes = new TreeMap<>();
        for (long row = 1; row <= ROWS; row++) {
            if (row % 1000 == 7) mistakes.put(row, "mail");
            if (row % 10_000 == 11) mistakes.put(row, "created_at");
            if (row % 20_000 == 13) mistakes.put(row, "source_id");
        }
        return mistakes;
    }

    Path written(boolean corrected) throws IOException {
        TreeMap<Long, String> mistakes = mistakes();
        Path file = folder.resolve("people.csv");
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.println("Record ID,First Name,Last Name,Email,Phone,Country,Created");
            for (long row = 1; row <= ROWS; row++) {
                String wrong = corrected ? "" : mistakes.getOrDefault(row, "");
                long person = row % 40_000 == 17 ? row - 1 : row;
                out.println(
                        "P" + (wrong.equals("source_id") ? row - 1 : row) + "," + word(person * 7919 % 21_952, 2) + ","
                                + word(person * 104_729 % 614_656, 4) + ","
                                + (wrong.equals("mail") ? "at home" : "person" + person + "@old.example")
                                + ",+49 851 " + (1_000_000 + person * 61) + ",DE,"
                                + (wrong.equals("created_at") ? "2025-02-30" : "2025-02-03"));
            }
        }
        return file;
    }

    private static String word(long number, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++, number /= SYLLABLES.length)
            word.append(SYLLABLES[(int) (number % SYLLABLES.length)]);
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }
}
