package doppelpass.search;

import doppelpass.search.Sought.Part;
import doppelpass.search.WordTable.Around;
import doppelpass.search.WordTable.Known;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes questions to the index of what people type. */
@Component
class Readings {
    private static final int LONGEST = 120;
    private static final int PARTS = 8;
    private static final int CONTAINING = 5_000;
    private static final int SOME = 60;
    private static final int ALIKE = 15;

    private final WordTable table;

    Readings(WordTable table) {
        this.table = table;
    }

    /** The words as they are typed; a number in any notation also as the digits it is kept with. */
    Sought read(String typed, String home) {
        String text = typed.strip();
        text = text.substring(0, Math.min(LONGEST, text.length())).replace('\0', ' ');
        List<String> chunks = Arrays.stream(text.split("\\s+"))
                .filter(chunk -> !chunk.isEmpty())
                .toList();
        if (chunks.isEmpty()) return Sought.NOTHING;
        List<List<String>> words = table.words(chunks);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) parts.addAll(parts(chunks.get(i), words.get(i), home));
        if (parts.isEmpty()) return Sought.NOTHING;
        List<List<Part>> ways = new ArrayList<>();
        if (Numbers.alone(text)) {
            List<String> spellings = Numbers.beginnings(Numbers.digits(text), text.contains("+"), home);
            ways.add(List.of(new Part(spellings, false, List.of())));
        }
        if (ways.isEmpty() || parts.size() > 1)
            ways.add(parts.stream().limit(PARTS).toList());
        return new Sought(ways, number(text));
    }

    /** In an address of mail only the last word can be unfinished. */
    private static List<Part> parts(String chunk, List<String> words, String home) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean whole = chunk.contains("@") && i < words.size() - 1;
            boolean digits = word.matches("\\d+");
            List<String> spellings =
                    digits && words.size() == 1 ? Numbers.beginnings(word, chunk.startsWith("+"), home) : List.of(word);
            parts.add(new Part(spellings, whole, List.of()));
        }
        return parts;
    }

    private static @Nullable Long number(String text) {
        String digits = text.startsWith("#") ? text.substring(1) : text;
        return digits.matches("[1-9]\\d{0,17}") ? Long.valueOf(digits) : null;
    }

    /** With words that contain these, and words like them where nothing is known to begin so or to contain it. */
    Sought forgiving(Sought sought) {
        return with(sought, CONTAINING, (around, word) -> {
            boolean parts = around.words().stream().anyMatch(known -> known.distance() == 0);
            return around.words().stream()
                    .filter(known -> known.distance() == 0 || !around.begun() && !parts)
                    .map(Known::word);
        });
    }

    /** With words that contain these or are like them. */
    Sought wide(Sought sought) {
        return with(sought, SOME, (around, word) -> around.words().stream().map(Known::word));
    }

    private Sought with(Sought sought, int containing, BiFunction<Around, String, Stream<String>> known) {
        List<String> words = sought.words().stream()
                .filter(word -> word.length() >= 3 && !word.matches("\\d+"))
                .toList();
        if (words.isEmpty()) return sought;
        Map<String, Around> around = table.around(words, containing, ALIKE);
        return sought.knowing(word ->
                around.containsKey(word) ? known.apply(around.get(word), word).toList() : List.of());
    }
}
