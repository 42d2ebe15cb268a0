package doppelpass.shots;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import doppelpass.shots.Scene.Look;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;

/** The story in pictures, in the order in which it happens: agree, pass, win, meet, and keep the data clean. */
final class Tour {
    private static final String PROPOSAL = "/glossary/mql/versions/2";
    private static final String LIST = """
            Firma;Ort;Land;Webseite
            Isar Anlagenbau GmbH;München;Deutschland;isar-anlagenbau.example
            Enns Metallbau GmbH;Steyr;Österreich;enns-metallbau.example
            """;

    private Tour() {}

    static List<Scene> scenes(YearMonth month) {
        return List.of(
                Scene.of("scoreboard", "lena", "/scoreboard?month=" + month)
                        .entitled("One page that is true")
                        .told(
                                "Profit as an equation, the funnel with the team that owns each stage, the promises both sides gave, and what"
                                        + " changed the profit, split exactly over its drivers. Every figure leads to its definition and its records."),
                Scene.of("kpi", "carlo", "/kpis/K33?period=" + month)
                        .entitled("A figure that means the same to both")
                        .told(
                                "The definition in force, which date counts, when a cohort is mature, who signed; the value with its number of"
                                        + " cases and its interval; and the twelve periods before."),
                Scene.of("profit", "carlo", "/profit?period=" + month + "&against=previous")
                        .looking(Look.NIGHT)
                        .entitled("What changed the profit")
                        .told(
                                "From the period before to this one, to the cent. The colour says which team owns the driver. Here in German and dark."),
                Scene.of("hand-over", "svea", "/hand-overs")
                        .entitled("The pass")
                        .told(
                                "Who it is, why now, how long is left on the business clock, whether one may call, and how it came here: one screen and three keys."),
                Scene.of("accepted", "svea", "/hand-overs")
                        .doing(page -> page.click("[data-key=a]"))
                        .entitled("Accepted: the next clock starts")
                        .told(
                                "An accepted lead has exactly one owner, and the promise of the first call begins to run."),
                Scene.of("hand-over-phone", "svea", "/hand-overs")
                        .looking(Look.PHONE)
                        .entitled("The inbox on the phone")
                        .told("The same order in one column; nothing scrolls sideways."),
                Scene.of("proposal", "stefan", PROPOSAL)
                        .entitled("A definition is back-tested before it is signed")
                        .told(
                                "Marketing proposes a stricter MQL. Before sales signs, both see which leads would enter or leave and how the"
                                        + " figures of the last twelve months would move."),
                Scene.of("signed", "stefan", PROPOSAL)
                        .doing(page -> page.click("[data-key=s]"))
                        .entitled("Signed by both, in force")
                        .told(
                                "Nobody signs for the other team. With the second signature the new rule judges all open leads; the old version stays on record."),
                Scene.of("board", "stefan", "/deals/board")
                        .entitled("Deals by stage")
                        .told(
                                "Drag a card, or choose it and press Alt with an arrow key; each column shows its sum and what it is worth by probability."),
                Scene.of("deal", "stefan", "/deals/board")
                        .doing(page -> page.click(".board-card a"))
                        .entitled("A deal and its history")
                        .told(
                                "Stage, amount, next step, the lead it came from, and everything that happened, in order."),
                Scene.of("jour-fixe", "lena", "/meetings")
                        .doing(Tour::nextMeeting)
                        .entitled("A jour fixe with an agenda from the data")
                        .told(
                                "Missed targets, broken promises, returned leads, unsigned definitions and actions due, ranked and cut to the time there is."),
                Scene.of("actions", "lena", "/actions")
                        .entitled("Actions come back until they are done")
                        .told("One owner, one date, and what the action is expected to change."),
                Scene.of("import", "ada", "/imports")
                        .doing(Tour::upload)
                        .entitled("Import with a preview")
                        .told(
                                "Encoding, delimiter and columns are recognised; nothing is written before the mapping fits, and a whole import can be undone."),
                Scene.of("data-care", "mara", "/data-care")
                        .entitled("Data care as a work list")
                        .told("Each module brings its checks; a finding leads to the records and says who mends it."));
    }

    /** The first one that is still ahead: an earlier one may wait for its minutes. */
    private static void nextMeeting(Page page) {
        page.locator("tr:has(.tag.planned) a, tr:has(.tag) td a").nth(1).click();
    }

    private static void upload(Page page) {
        page.locator("[name=files]")
                .setInputFiles(new FilePayload("firmen.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8)));
        page.click("main form button.btn-primary");
    }
}
