package doppelpass.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every text of every module in German and English, read once from the modules' {@code messages_xx.properties}. */
public final class Messages {
    private static final Map<String, Map<String, String>> TEXTS = Map.of("de", read("de"), "en", read("en"));

    private Messages() {}

    /** The text with its {@link MessageFormat} arguments filled in; a missing key shows itself. */
    public static String text(Locale locale, String key, Object... arguments) {
        if (OwnWords.are(key)) return OwnWords.text(locale.getLanguage(), key).orElse("");
        String pattern = texts(locale.getLanguage()).get(key);
        if (pattern == null) {
            return "⟦" + key + "⟧";
        }
        return new MessageFormat(pattern, locale)
                .format(Arrays.stream(arguments)
                        .map(argument -> said(locale, argument))
                        .toArray());
    }

    /** Words that people made up, also several of them, read as they do in the language. */
    private static Object said(Locale locale, Object argument) {
        if (argument instanceof List<?> several)
            return several.stream().map(one -> said(locale, one).toString()).collect(Collectors.joining(", "));
        if (argument instanceof MessageSourceResolvable word) return said(locale, word);
        return argument instanceof String key && OwnWords.are(key) ? text(locale, key) : argument;
    }

    private static String said(Locale locale, MessageSourceResolvable word) {
        String[] codes = word.getCodes();
        Object[] arguments = word.getArguments();
        String key = codes == null || codes.length == 0 ? "" : codes[0];
        String plain = word.getDefaultMessage();
        return plain != null && !has(key) ? plain : text(locale, key, arguments == null ? new Object[0] : arguments);
    }

    public static boolean has(String key) {
        return OwnWords.are(key)
                ? OwnWords.text("en", key).isPresent()
                : texts("en").containsKey(key);
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
