package doppelpass.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import doppelpass.deals.Product;
import doppelpass.deals.Products;
import doppelpass.leads.Handovers;
import doppelpass.leads.Leads;
import doppelpass.leads.NewLead;
import doppelpass.leads.Offer;
import doppelpass.leads.SomeContacts;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.work.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/**
 * One day of somebody in sales, from the lead in the inbox to a deal won and another lost: by what the pages say, and after
 * each step by what the database holds.
 */
@DoppelpassTest
class SalesDayTest {
    private final Browser browser;
    private final Leads leads;
    private final Handovers handovers;
    private final SomeContacts contacts;
    private final Products products;
    private final Cast cast;
    private final TestClock clock;
    private final Queue queue;
    private final DSLContext db;

    SalesDayTest(
            Browser browser,
            Leads leads,
            Handovers handovers,
            SomeContacts contacts,
            Products products,
            Cast cast,
            TestClock clock,
            Queue queue,
            DSLContext db) {
        this.browser = browser;
        this.leads = leads;
        this.handovers = handovers;
        this.contacts = contacts;
        this.products = products;
        this.cast = cast;
        this.clock = clock;
        this.queue = queue;
        this.db = db;
    }

    @Test
    void fromTheInboxOverCallNoteTaskAndOfferToTheSignedDeal() {
        marketingPassesALead();
        try (Player ada = new Player(browser.as("ada"))) {
            ada.open("/gates")
                    .choose("Checklist", "BANT")
                    .press("Take its usual gates")
                    .sees("BANT, 3 with yes");
        }
        try (Player svea = new Player(browser.as("svea"))) {
            accepts(svea);
            calls(svea);
            writesANote(svea);
            setsATaskWithAReminder(svea);
            opensADeal(svea);
            movesItOverTheBoard(svea);
            offersWithDiscounts(svea);
            wins(svea);
            losesAnother(svea);
        }
    }

    private void marketingPassesALead() {
        Instant early = TestClock.START.minus(Duration.ofHours(1));
        long contact = contacts.complete();
        db.execute("update contacts.contact set last_name = 'Kern'");
        db.execute("update contacts.company set name = 'Kern Werk GmbH'");
        NewLead lead = new NewLead(contact, null, "gears", "website", "paid_search", null, null, early);
        long id = leads.create(lead, cast.person("mara"));
        handovers.offer(id, new Offer("Wants twelve gear units by autumn", null, null), cast.person("mara"), early);
        products.add(new Product(0, "Gear unit GU 40", "GU40", "gears", "piece", 200_000L, 110_000L, true));
    }

    private void accepts(Player svea) {
        svea.open("/hand-overs").sees("1 pass waits for your team", "Wants twelve gear units by autumn");
        svea.strike("a").sees("Accepted by sales (SAL)", "Svea Sales");
        holds("select outcome, due_response_at is not null from leads.handover", "accepted, true");
        svea.open("/hand-overs").sees("no pass waits for you", "I made contact");
    }

    private void calls(Player svea) {
        svea.open("/leads").follow("Julia Kern").strike("c");
        svea.fill("Note (may stay empty)", "Needs a data sheet today")
                .press("Reached")
                .sees("Needs a data sheet today");
        holds("select kind, outcome, lead_id from timeline.activity", "call, reached, 1");
        holds("select first_response_at is not null from leads.handover", "true");
        svea.open("/hand-overs").sees("Nothing waits for you").open("/leads").follow("Julia Kern");
    }

    private void writesANote(Player svea) {
        svea.strike("b");
        Locator text = svea.page().getByLabel("Text of the note");
        assertThat(text).isFocused();
        text.pressSequentially("Wants **twelve**, not ten. Please check the stock, @ste");
        Locator colleagues = svea.page().getByLabel("Colleagues").getByRole(AriaRole.OPTION);
        assertThat(colleagues).hasCount(1);
        assertThat(colleagues).hasText("Stefan Sales");
        text.press("Enter");
        text.press("Control+Enter");
        svea.sees("Wants twelve, not ten.");
        assertThat(svea.place(".note-card", "twelve").locator(".mention")).hasText("@Stefan Sales");
        holds("select record_id, text from notes.note", "1, Wants **twelve**, not ten. Please check the stock, @{3}");
        try (Player stefan = new Player(browser.as("stefan"))) {
            stefan.open("/news").sees("Svea Sales mentioned you in a note", "Julia Kern");
        }
    }

    private void setsATaskWithAReminder(Player svea) {
        svea.follow("New task with time, reminder and more")
                .fill("Task", "Send the data sheet")
                .fill("Due", "2026-06-02")
                .fill("Time", "15:00")
                .fill("Remind on", "2026-06-02T13:30")
                .press("Save")
                .sees("Send the data sheet");
        holds(
                "select due_on, due_time, remind_at, kind, record_id from tasks.task",
                "2026-06-02, 15:00:00, 2026-06-02 13:30:00.0, lead, 1");
        clock.set(Instant.parse("2026-06-02T11:30:00Z"));
        queue.put("tasks.remind", "");
        queue.runUntilIdle();
        svea.open("/day")
                .sees("Send the data sheet", "reminded")
                .press("Done: Send the data sheet")
                .sees("All done for today");
        holds("select state from tasks.task", "done");
        svea.open("/leads/1").sees("No next step", "Last done: Send the data sheet");
        svea.fill("What is to do?", "Hear what the board said")
                .press("Tomorrow")
                .sees("Next step", "Hear what the board said");
        holds("select title, due_on from tasks.task where state = 'open'", "Hear what the board said, 2026-06-03");
    }

    private void opensADeal(Player svea) {
        svea.press("Qualified").sees("Qualified by sales (SQL)").follow("Open a deal");
        svea.fill("Name", "Twelve gear units")
                .fill("Amount, net (EUR)", "24000")
                .fill("Expected close", "2026-06-30")
                .fill("Next step", "Written offer")
                .fill("Next step on", "2026-06-05")
                .press("Save")
                .sees("Twelve gear units", "Kern Werk GmbH", "Written offer");
        holds(
                "select name, lead_id, next_step, next_step_on from deals.deal",
                "Twelve gear units, 1, Written offer, 2026-06-05");
        holds("select state from leads.lead", "OPPORTUNITY");
    }

    private void movesItOverTheBoard(Player svea) {
        svea.open("/deals/board");
        Locator card = svea.page()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("Twelve gear units"));
        card.press("Alt+ArrowRight");
        assertThat(svea.page().locator("#toasts")).containsText("Missing: Need, 2 more yes of BANT");
        svea.wasRefused().page().locator("#toasts a").click();
        for (String item : List.of("Budget", "Need", "Timing")) {
            Locator asked = svea.place("#checklist li", item);
            asked.locator("summary").click();
            asked.getByLabel("In words").fill("Said so on the phone");
            asked.getByLabel("In words").press("Enter");
            assertThat(svea.place("#checklist li", item).locator(".gate-sign")).hasText("yes");
        }
        svea.sees("Needs analysis: nothing missing").open("/deals/board");
        card.press("Alt+ArrowRight");
        Locator analysis = svea.page().getByLabel("Needs analysis");
        assertThat(analysis).containsText("Twelve gear units");
        assertThat(analysis).containsText("€6,000 weighted at 25 %");
        holds("select count(*) from gates.answer where value = 'yes'", "3");
        holds("select s.name from deals.deal d join deals.stage s on s.id = d.stage_id", "Needs analysis");
    }

    /** 12 × 2,000 − 10 % = 21,600; 1.5 × 1,200 = 1,800; together 23,400, less 5 % = 22,230; cost 12 × 1,100 = 13,200. */
    private void offersWithDiscounts(Player svea) {
        svea.follow("Twelve gear units");
        svea.fill("Item", "Gear unit GU 40 · GU40")
                .fill("Quantity", "12")
                .fill("Discount", "10 %")
                .press("Add")
                .sees("€21,600");
        svea.fill("Item", "Assembly on site")
                .fill("Quantity", "1.5")
                .fill("Unit price", "1,200")
                .press("Add")
                .sees("€23,400", "One line has no cost");
        svea.fill("Discount on the whole", "5 %").press("Apply").sees("€22,230", "−€1,170");
        holds("select amount_minor, cost_minor from deals.deal", "2223000, null");
    }

    private void wins(Player svea) {
        svea.press("Won")
                .sees("The customer has committed to €22,230.")
                .fill("What did we promise", "Assembly by the end of July")
                .press("Record as won")
                .sees("Reopen");
        holds(
                "select s.name, d.amount_minor from deals.deal d join deals.stage s on s.id = d.stage_id",
                "Won, 2223000");
        holds("select state from leads.lead", "WON");
    }

    private void losesAnother(Player svea) {
        svea.open("/deals/new")
                .fill("Name", "Spare parts")
                .fill("Amount, net (EUR)", "900")
                .fill("Expected close", "2026-07-31")
                .press("Save");
        svea.strike("x")
                .choose("Reason for the loss", "Competitor")
                .fill("Competitor, circumstances", "Cheaper by a third")
                .press("Record as lost")
                .sees("Reopen", "Lost: Competitor");
        holds("select reason, note from deals.event where kind = 'lost'", "L03, Cheaper by a third");
        svea.open("/deals/board").doesNotSee("Spare parts", "Twelve gear units");
    }

    private void holds(String question, String... rows) {
        assertThat(db.fetch(question).stream().map(row -> String.join(", ", row.into(String[].class))))
                .containsExactly(rows);
    }
}
