package doppelpass.web;

import java.nio.file.Path;
import java.util.List;

/**
 * One way to look at a page. The four of them cover every pair of width, scheme and language; the two of a language
 * follow each other on the same page, so that turning a phone or a light off is covered too.
 */
enum Look {
    WIDE_LIGHT_ENGLISH(1280, false, "en"),
    NARROW_DARK_ENGLISH(360, true, "en"),
    NARROW_LIGHT_GERMAN(360, false, "de"),
    WIDE_DARK_GERMAN(1280, true, "de");

    static final List<Look> ENGLISH = List.of(WIDE_LIGHT_ENGLISH, NARROW_DARK_ENGLISH);
    static final List<Look> GERMAN = List.of(NARROW_LIGHT_GERMAN, WIDE_DARK_GERMAN);

    private static final Path SHOTS = Path.of("target", "shots");

    final int width;
    final boolean dark;
    final String language;

    Look(int width, boolean dark, String language) {
        this.width = width;
        this.dark = dark;
        this.language = language;
    }

    Path file(String path) {
        String name = path.equals("/") ? "home" : path.substring(1).replaceAll("\\W+", "-");
        return SHOTS.resolve(name + "-" + width + (dark ? "-dark-" : "-light-") + language + ".png");
    }
}
