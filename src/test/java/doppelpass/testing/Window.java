package doppelpass.testing;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person's browser window; it collects what the page complains about on its console. */
public final class Window implements AutoCloseable {
    /** Rules whose findings axe-core calls minor or moderate, whatever they find: not looked for. */
    private static final List<String> NEVER_SERIOUS = List.of(
            "aria-allowed-role",
            "aria-deprecated-role",
            "empty-heading",
            "empty-table-header",
            "form-field-multiple-labels",
            "heading-order",
            "image-redundant-alt",
            "landmark-banner-is-top-level",
            "landmark-complementary-is-top-level",
            "landmark-contentinfo-is-top-level",
            "landmark-main-is-top-level",
            "landmark-no-duplicate-banner",
            "landmark-no-duplicate-contentinfo",
            "landmark-no-duplicate-main",
            "landmark-one-main",
            "landmark-unique",
            "meta-viewport",
            "page-has-heading-one",
            "presentation-role-conflict",
            "region",
            "scope-attr-valid",
            "skip-link");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /** With the cookie of a session, unless it is empty. */
    Window(Browser browser, String url, String session) {
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(url)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        if (!session.isEmpty()) context.addCookies(List.of(new Cookie("dp", session).setUrl(url)));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !overtaken(message.text())) {
                complaints.add("console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
    }

    public Page page() {
        return page;
    }

    /** A request that a newer one took the place of, as while somebody types on; what fails is told by other names. */
    private static boolean overtaken(String said) {
        return said.startsWith("htmx:sendAbort") || said.startsWith("htmx:afterRequest");
    }

    /** Opens a page at this width (pixels) and in this scheme and waits until it is quiet; the HTTP status. */
    public int open(String path, int width, boolean dark) {
        complaints.clear();
        dress(width, dark);
        Response response = page.navigate(path);
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        page.waitForFunction("() => !document.querySelector('.htmx-request')");
        return response.status();
    }

    /** The open page at another width and in the other scheme, without asking the server again. */
    public void turn(int width, boolean dark) {
        dress(width, dark);
        page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))))");
    }

    private void dress(int width, boolean dark) {
        page.setViewportSize(width, width < 600 ? 780 : 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    }

    /** What the page said on the console since it was opened, violations of the content security policy among it. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Serious and critical findings of axe-core, one line each. */
    public List<String> barriers() {
        AxeRunOptions options = new AxeRunOptions();
        // without it axe describes every node that is in order too, which takes many times as long on large tables
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(options).disableRules(NEVER_SERIOUS).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(Window::told)
                        .toList();
    }

    /** How many pixels the page is wider than the window; 0 when nothing has to be scrolled sideways. */
    public int overflow() {
        return ((Number)
                        page.evaluate(
                                "() => Math.max(0, document.scrollingElement.scrollWidth - document.documentElement.clientWidth)"))
                .intValue();
    }

    public void shot(Path file) {
        if (System.getenv("DOPPELPASS_PICTURES") == null) return;
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }

    private static String told(Rule rule) {
        return rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp() + " – "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getHtml().replaceAll("\\s+", " "))
                        .toList();
    }
}
