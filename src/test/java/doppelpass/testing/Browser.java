package doppelpass.testing;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One real Chromium for the whole run, started when first asked for; each {@link Window} has cookies of its own. */
@Component
public class Browser {
    private static final List<String> SWITCHES = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static com.microsoft.playwright.@Nullable Browser chromium;

    private final TestBrowsers addresses;

    Browser(TestBrowsers addresses) {
        this.addresses = addresses;
    }

    /** A window in which this member of the cast has signed in, for example {@code as("svea")}. */
    public Window as(String name) {
        Window window = stranger();
        window.signIn(name + "@kern.test", Cast.PASSWORD);
        return window;
    }

    /** A window in which nobody has signed in. */
    public Window stranger() {
        return new Window(chromium(), addresses.url());
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            Playwright playwright = Playwright.create();
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program())
                            .setArgs(SWITCHES));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return chromium;
    }

    private static Path program() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(p -> Path.of(p, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("These tests need Chromium: apt install chromium"));
    }
}
