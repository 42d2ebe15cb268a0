package doppelpass.shots;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;

/** Signs one person in, lets them do what the scene says, and takes the picture. */
final class Photographer implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final Example example;
    private final Scene scene;

    Photographer(Browser browser, Example example, Scene scene) {
        Scene.Look look = scene.look();
        this.example = example;
        this.scene = scene;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(example.address())
                .setLocale(look.language().equals("de") ? "de-DE" : "en-GB")
                .setTimezoneId("Europe/Berlin")
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(look.width(), look.height()));
        this.page = context.newPage();
    }

    void shoot(Path file) {
        signIn();
        speak(scene.look().language());
        page.navigate(scene.path());
        page.waitForLoadState(LoadState.NETWORKIDLE);
        scene.deed().accept(page);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    private void signIn() {
        page.navigate("/sign-in");
        page.locator("[name=mail]").fill(example.mail(scene.person()));
        page.locator("[name=password]").fill(example.password());
        page.locator("main button.btn-primary").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private void speak(String language) {
        page.navigate("/me");
        page.locator("[name=language]").selectOption(language);
        page.locator("form:has([name=language]) button").first().click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    @Override
    public void close() {
        context.close();
    }
}
