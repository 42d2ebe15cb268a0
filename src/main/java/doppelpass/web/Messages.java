package doppelpass.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every text of every module in German and English, read once from the modules' {@code messages_xx.properties}. */
public final class Messages {
    private static final Map<String, Map<String, String>> TEXTS = Map.of("de", read("de"), "en", read("en"));

    private Messages() {}

    /** The text with its {@link MessageFormat} arguments filled in; a missing key shows itself. */
    public static String text(Locale locale, String key, Object... arguments) {
        String pattern = texts(locale.getLanguage()).get(key);
        if (pattern == null) {
            return "⟦" + key + "⟧";
        }
        return new MessageFormat(pattern, locale).format(arguments);
    }

    public static boolean has(String key) {
        return texts("en").containsKey(key);
    }

    /** All texts of a language by key. */
    public static Map<String, String> texts(String language) {
        return Objects.requireNonNull(TEXTS.get(language.equals("de") ? "de" : "en"));
    }

    private static Map<String, String> read(String language) {
        Map<String, String> texts = new HashMap<>();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:doppelpass/*/messages_" + language + ".properties");
            for (Resource file : files) {
                Properties properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> texts.put((String) key, (String) text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the messages", e);
        }
        return Map.copyOf(texts);
    }
}
