package doppelpass.shots;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import doppelpass.testing.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/**
 * {@code ./doppelpass shots}: starts the example company in a folder of its own, plays the story in a real browser and
 * writes the pictures and the tour that shows them. Nothing is taken that a person could not have clicked.
 */
public final class Shots {
    private static final Path PICTURES = Path.of("docs", "pictures");
    private static final Path TOUR = Path.of("docs", "tour.md");

    private Shots() {}

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(PICTURES);
        try (Example example = Example.start();
                Playwright playwright = Playwright.create();
                Browser browser = Chromium.launch(playwright)) {
            List<Scene> scenes = Tour.scenes(YearMonth.now().minusMonths(1));
            for (Scene scene : scenes) {
                try (Photographer photographer = new Photographer(browser, example, scene)) {
                    photographer.shoot(PICTURES.resolve(scene.file()));
                }
                System.out.println("  " + PICTURES.resolve(scene.file()));
            }
            Files.writeString(TOUR, TourText.of(scenes));
            System.out.println("  " + TOUR);
        }
    }
}
