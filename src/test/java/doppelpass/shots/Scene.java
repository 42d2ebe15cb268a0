package doppelpass.shots;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/** One picture of the tour: who looks at which page, how, what they do there first, and the words beside it. */
record Scene(String name, String person, String path, String title, String text, Look look, Consumer<Page> deed) {

    /** How a page is looked at: width and height in pixels, scheme and language. */
    record Look(int width, int height, boolean dark, String language) {
        static final Look DESK = new Look(1280, 860, false, "en");
        static final Look NIGHT = new Look(1280, 860, true, "de");
        static final Look PHONE = new Look(360, 780, false, "en");
    }

    static Scene of(String name, String person, String path) {
        return new Scene(name, person, path, name, "", Look.DESK, page -> {});
    }

    Scene entitled(String heading) {
        return new Scene(name, person, path, heading, text, look, deed);
    }

    Scene told(String words) {
        return new Scene(name, person, path, title, words, look, deed);
    }

    Scene looking(Look other) {
        return new Scene(name, person, path, title, text, other, deed);
    }

    Scene doing(Consumer<Page> other) {
        return new Scene(name, person, path, title, text, look, other);
    }

    String file() {
        return name + ".png";
    }
}
