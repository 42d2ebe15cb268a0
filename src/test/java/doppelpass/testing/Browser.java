package doppelpass.testing;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One real Chromium for the whole run, started when first asked for; each {@link Window} has cookies of its own. */
@Component
public class Browser {
    private static com.microsoft.playwright.@Nullable Browser chromium;

    private final TestBrowsers addresses;

    Browser(TestBrowsers addresses) {
        this.addresses = addresses;
    }

    /** A window in which this member of the cast has signed in, for example {@code as("svea")}; over HTTP, for the form has tests of its own. */
    public Window as(String name) {
        return new Window(chromium(), addresses.url(), addresses.as(name).cookie("dp"));
    }

    /** A window in which nobody has signed in. */
    public Window stranger() {
        return new Window(chromium(), addresses.url(), "");
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            Playwright playwright = Playwright.create();
            chromium = Chromium.launch(playwright);
            // a slow machine takes its time; who waits for what is shown loses none
            PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return chromium;
    }
}
