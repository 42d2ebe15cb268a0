package doppelpass.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The lists names and texts are put together from; headings start with a number sign. */
record Words(Map<String, List<String>> lists) {

    static Words read() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        List<String> list = new ArrayList<>();
        for (String line : text("words.txt").lines().toList()) {
            if (line.startsWith("# ")) {
                list = new ArrayList<>();
                lists.put(line.substring(2).replaceAll(":.*", ""), list);
            } else if (!line.isBlank()) {
                list.add(line.strip());
            }
        }
        return new Words(lists);
    }

    List<String> of(String heading) {
        return Objects.requireNonNull(lists.get(heading), heading);
    }

    static String text(String file) {
        try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
