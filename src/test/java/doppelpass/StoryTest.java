package doppelpass;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.leads.Escalations;
import doppelpass.story.Agreement;
import doppelpass.story.JourFixe;
import doppelpass.story.OldCrm;
import doppelpass.story.People;
import doppelpass.story.Score;
import doppelpass.story.Troupe;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole story on an empty database and through the pages alone: from the one-time link on the console to minutes
 * that both teams have confirmed. What is asserted is what people read.
 */
@DoppelpassTest
class StoryTest {
    private static final String RULE = "lead.source == \"Trade fair\" && lead.fit in [\"A\", \"B\"]"
            + " && has(lead.company_name) && has(lead.country)";

    private final ConfigurableApplicationContext application;
    private final Cast cast;
    private final Troupe troupe;
    private final OldCrm oldCrm;
    private final TestClock clock;
    private final Escalations escalations;

    StoryTest(
            ConfigurableApplicationContext application,
            Cast cast,
            Troupe troupe,
            OldCrm oldCrm,
            TestClock clock,
            Escalations escalations) {
        this.application = application;
        this.cast = cast;
        this.troupe = troupe;
        this.oldCrm = oldCrm;
        this.clock = clock;
        this.escalations = escalations;
    }

    @Test
    void fromTheSetUpLinkToConfirmedMinutes() {
        cast.leave();
        try (People all = troupe.everybody(ConsoleLink.of(application))) {
            all.ada().open("/people").sees("6 entries");
            oldCrm.moveIn(all.mara());
            bothTeamsAgreeOnWhatAnMqlIs(all);
            theLeadIsPassedByTheRuleAndSveaTakesIt(all);
            theDealIsWonAndTheScoreMovesByExactlyThatDeal(all);
            theInvoiceReplacesWhatTheDealBooked(all);
            aPassNobodyTookBreaksAPromise(all);
            theJourFixeTalksAboutItAndItsMinutesAreConfirmed(all);
        }
    }

    private void bothTeamsAgreeOnWhatAnMqlIs(People all) {
        all.mara().open("/leads").follow("Julia Vogl").press("Work on it").sees("Being worked by marketing");
        Agreement proposal = Agreement.proposed(all.mara(), "Visitors of our fair are wanted by sales at once", RULE);
        proposal.signedByMarketing(all.mara());
        List.of(all.svea(), all.lena(), all.carlo()).forEach(proposal::notForYou);
        all.mara().open("/glossary/mql").sees("version 1").open("/hand-overs").sees("Nothing waits for you");
        proposal.backTested(all.stefan(), 3, 2, "Julia Vogl", "Anton Huber").doesNotSee("Karl Alt");
        proposal.signedBySales(all.stefan());
        all.svea().open("/glossary/mql").sees("version 2").open("/hand-overs").sees("Nothing waits for you");
    }

    private void theLeadIsPassedByTheRuleAndSveaTakesIt(People all) {
        all.mara()
                .open("/contacts")
                .follow("Julia Vogl")
                .follow("Edit")
                .fill("Mobile", "+49 170 123456")
                .choose("May we call?", "Yes")
                .press("Save")
                .sees("Offered to sales (MQL)");
        all.svea()
                .open("/hand-overs")
                .sees(
                        "1 pass waits for your team",
                        "Julia Vogl, Maschinenbau Vogl GmbH",
                        "mql v2",
                        "Head of purchasing")
                .press("Accept")
                .sees("Accepted by sales (SAL)", "Svea Sommer")
                .press("Call")
                .press("Reached")
                .sees("Reached")
                .press("Qualified")
                .sees("Qualified by sales (SQL)");
        all.svea().open("/hand-overs?box=decided").sees("accepted", "First response 2 Jun 2026");
        all.svea().open("/hand-overs").sees("Nothing waits for you");
    }

    private void theDealIsWonAndTheScoreMovesByExactlyThatDeal(People all) {
        all.svea()
                .open("/leads")
                .follow("Julia Vogl")
                .follow("Open a deal")
                .fill("Name", "40 gear units for Vogl")
                .fill("Amount, net (EUR)", "24000")
                .fill("Cost of sales, net (EUR)", "15000")
                .fill("Expected close", "2026-06-30")
                .press("Save")
                .sees("40 gear units for Vogl", "Contribution margin I", "€9,000");
        Score before = Score.readBy(all.lena());
        assertThat(before)
                .isEqualTo(new Score(
                        -3000, 0, 0, 3000, 0, Map.of("Leads", 2L, "MQL", 1L, "SAL", 1L, "SQL", 1L, "Won", 0L)));
        all.svea()
                .press("Won")
                .sees("committed to €24,000")
                .press("Record as won")
                .sees("Reopen");
        assertThat(Score.readBy(all.lena()))
                .as("the same score and this deal")
                .isEqualTo(new Score(
                        before.profit() + 24000 - 15000,
                        24000,
                        15000,
                        3000,
                        0,
                        Map.of("Leads", 2L, "MQL", 1L, "SAL", 1L, "SQL", 1L, "Won", 1L)));
    }

    /** A won deal counts as revenue until its invoice; bookings stay what was signed. */
    private void theInvoiceReplacesWhatTheDealBooked(People all) {
        all.carlo()
                .open("/revenue")
                .sees("D-1", "Maschinenbau Vogl GmbH")
                .follow("D-1")
                .fill("Number", "2026-0815")
                .fill("Net amount", "23500")
                .press("Save")
                .sees("2026-0815", "€23,500")
                .doesNotSee("D-1");
        assertThat(Score.readBy(all.carlo()))
                .extracting(Score::profit, Score::revenue, Score::costOfSales)
                .containsExactly(5500L, 23500L, 15000L);
        all.carlo().open("/kpis/K03?period=2026-06").sees("Bookings", "€24,000");
    }

    private void aPassNobodyTookBreaksAPromise(People all) {
        all.mara().open("/leads").follow("Anton Huber").press("Work on it").sees("Offered to sales (MQL)");
        clock.set(Instant.parse("2026-06-10T08:00:00Z"));
        escalations.tick(clock.instant());
        all.svea()
                .open("/hand-overs")
                .sees("Anton Huber, Huber Förderanlagen AG", "overdue since 3 Jun 2026", "promise broken");
    }

    private void theJourFixeTalksAboutItAndItsMinutesAreConfirmed(People all) {
        JourFixe meeting = JourFixe.founded(
                all.lena(),
                "Lena Lind",
                "2026-06-11",
                List.of("Lena Lind", "Mara Meier", "Stefan Stark", "Svea Sommer"));
        all.lena()
                .press("Renew from data")
                .sees("Promises were not kept", "sales broke 1 of 3, marketing 0 of 0")
                .press("Publish")
                .sees("agenda published");
        clock.set(Instant.parse("2026-06-11T07:00:00Z"));
        meeting.enter(all.mara()).press("Start").sees("running");
        meeting.turnTo(all.mara(), "Promises were not kept");
        meeting.decide(all.mara(), "Svea covers the inbox while Stefan travels", "Lena Lind");
        meeting.act(all.mara(), "Call Anton Huber today", "Svea Sommer", "2026-06-12", "12 Jun 2026");
        all.mara().press("Finish").sees("Minutes", "draft");
        meeting.enter(all.svea()).sees("Svea covers the inbox").findsNoButton("Confirm for my team");
        meeting.enter(all.mara()).press("Confirm for my team").sees("Mara Meier, 11 Jun 2026", "minutes drafted");
        meeting.enter(all.stefan())
                .press("Confirm for my team")
                .sees(
                        "minutes confirmed",
                        "confirmed, unchangeable",
                        "Svea covers the inbox",
                        "Call Anton Huber today");
        all.svea().open("/actions").sees("Call Anton Huber today", "12 Jun 2026");
    }
}
