package doppelpass.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser loads that was never here: at most 200 KB, and 30 KB once it has been; compressed, as it goes over the wire. */
@DoppelpassTest
class WeightTest {
    private static final int FIRST = 200_000;
    private static final int LATER = 30_000;
    private static final String LOADED = """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .reduce((sum, entry) => sum + entry.transferSize, 0)""";

    private final Browser browser;
    private final SomePages pages;
    private final Cast cast;

    WeightTest(Browser browser, SomePages pages, Cast cast) {
        this.browser = browser;
        this.pages = pages;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @Test
    void aPageWithAChartAndAListAreLightAtFirstAndLighterLater() {
        pages.open();
        for (String path : new String[] {"/kpis/K01", "/contacts"}) {
            try (Window window = browser.as("lena")) {
                window.open(path, 1280, false);
                Page page = window.page();
                if (path.startsWith("/kpis")) page.waitForSelector("[data-chart] canvas");
                int first = loaded(page);
                assertThat(first).as("first visit of " + path).isBetween(50_000, FIRST);
                page.navigate(path);
                page.waitForLoadState();
                assertThat(loaded(page)).as("next visit of " + path).isBetween(1_000, LATER);
            }
        }
    }

    private static int loaded(Page page) {
        return ((Number) page.evaluate(LOADED)).intValue();
    }
}
