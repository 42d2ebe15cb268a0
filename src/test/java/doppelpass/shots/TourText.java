package doppelpass.shots;

import java.util.List;
import java.util.stream.Collectors;

/** The tour as a page of the documentation. */
final class TourText {
    private static final String HEAD = """
            # A tour

            Made by `./doppelpass shots` from the example company (`./doppelpass demo`): the pictures show what the program shows, and the
            story is played in a real browser.
            """;

    private TourText() {}

    static String of(List<Scene> scenes) {
        return HEAD + scenes.stream().map(TourText::of).collect(Collectors.joining());
    }

    private static String of(Scene scene) {
        return "\n## %s\n%s\n\n![%s](pictures/%s)\n"
                .formatted(scene.title(), scene.text(), scene.title(), scene.file());
    }
}
