package doppelpass.web;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tabler's outline icons as inline SVG: no icon font to load, they take the colour of the text. */
public final class Icons {
    private static final Map<String, String> CACHE = new ConcurrentHashMap<>();

    private Icons() {}

    public static Content icon(String name) {
        String svg = CACHE.computeIfAbsent(name, Icons::read);
        return output -> output.writeContent(svg);
    }

    private static String read(String name) {
        String path = "/META-INF/resources/webjars/tabler__icons/3.35.0/icons/outline/" + name + ".svg";
        try (InputStream file = Icons.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no Tabler icon named " + name);
            }
            String svg = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return svg.substring(svg.indexOf("<svg"))
                    .replaceAll("<!--.*?-->", "")
                    .replaceAll("\\s+", " ")
                    .replaceAll("class=\"[^\"]*\"", "class=\"icon\" aria-hidden=\"true\"")
                    .strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
