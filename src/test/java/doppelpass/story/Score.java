package doppelpass.story;

import com.microsoft.playwright.Locator;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the scoreboard's page says: the equation of the profit in whole euros, and how many entered each stage. */
public record Score(long profit, long revenue, long costOfSales, long marketing, long sales, Map<String, Long> funnel) {

    public static Score readBy(Player player) {
        player.open("/scoreboard").sees("Profit contribution", "June 2026");
        Locator figures = player.page().locator(".equation .figure a");
        Map<String, Long> funnel = new LinkedHashMap<>();
        for (Locator stage : player.page().locator(".funnel .stage").all()) {
            funnel.put(
                    stage.locator(".strong").innerText().strip(),
                    number(stage.locator(".number").innerText()));
        }
        return new Score(
                number(figures.nth(0).innerText()),
                number(figures.nth(1).innerText()),
                number(figures.nth(2).innerText()),
                number(figures.nth(3).innerText()),
                number(figures.nth(4).innerText()),
                funnel);
    }

    /** "−€3,000" is −3000. */
    private static long number(String text) {
        long digits = Long.parseLong(text.replaceAll("\\D", ""));
        return text.contains("−") ? -digits : digits;
    }
}
