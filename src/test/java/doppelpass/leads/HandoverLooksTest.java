package doppelpass.leads;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.identity.People;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.testing.Window;
import doppelpass.timeline.About;
import doppelpass.timeline.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of leads with something in them, in a real browser, by keyboard and on a phone. */
@DoppelpassTest
class HandoverLooksTest {
    private static final Instant NOW = TestClock.START;

    private final Browser browser;
    private final Leads leads;
    private final Handovers handovers;
    private final TeamPasses teamPasses;
    private final Qualifications qualifications;
    private final SomeContacts contacts;
    private final Cast cast;
    private final People people;
    private final DSLContext db;

    HandoverLooksTest(
            Browser browser,
            Leads leads,
            Handovers handovers,
            TeamPasses teamPasses,
            Qualifications qualifications,
            SomeContacts contacts,
            Cast cast,
            People people,
            DSLContext db) {
        this.browser = browser;
        this.leads = leads;
        this.handovers = handovers;
        this.teamPasses = teamPasses;
        this.qualifications = qualifications;
        this.contacts = contacts;
        this.cast = cast;
        this.people = people;
        this.db = db;
    }

    private long pass;

    @BeforeEach
    void aBusyMorning() {
        for (int hoursAgo : new int[] {40, 18, 3, 1}) offered(NOW.minus(Duration.ofHours(hoursAgo)));
        pass = offered(NOW.minus(Duration.ofMinutes(20)));
    }

    @Test
    void everyPageWithContentIsOpenToEverybodyAndFitsAPhone() {
        long lead = handovers.find(pass).orElseThrow().leadId();
        long contact = leads.get(lead).contactId();
        long signal = teamPasses.offer(
                new TeamPass(
                        Handover.Kind.EXPANSION,
                        About.of(Subject.contact(contact)),
                        "Second line planned for autumn",
                        "They asked our technician for drives for a second conveyor. Budget is there, Ms Kern decides.",
                        null),
                cast.person("selma"),
                NOW.minus(Duration.ofHours(30)));
        var paths = List.of(
                "/hand-overs",
                "/hand-overs/" + signal + "?box=in",
                "/hand-overs/new?about=contact-" + contact,
                "/contacts/" + contact,
                "/hand-overs/" + pass,
                "/hand-overs/history",
                "/hand-overs/feedback",
                "/leads",
                "/leads/" + lead,
                "/promises");
        try (Window svea = browser.as("svea")) {
            for (String path : paths) {
                for (int width : new int[] {1280, 360}) {
                    people.prefer(cast.person("svea").id(), width == 360 ? "de" : "en", "auto");
                    assertThat(svea.open(path, width, width == 360)).isEqualTo(200);
                    svea.shot(Path.of(
                            "target", "shots", "full" + path.replaceAll("\\W+|\\d+", "-") + "-" + width + ".png"));
                    assertThat(svea.barriers()).as(path + " at " + width).isEmpty();
                    assertThat(svea.complaints()).as(path + " at " + width).isEmpty();
                    assertThat(svea.overflow()).as(path + " at " + width).isZero();
                    assertThat(svea.page().content()).doesNotContain("⟦");
                }
            }
        }
    }

    @Test
    void oneKeyAcceptsAndOneKeyOpensTheReasons() {
        try (Window svea = browser.as("svea")) {
            svea.open("/hand-overs/" + pass, 1280, false);
            svea.page().keyboard().press("r");
            assertThat(svea.page().locator("dialog#return").isVisible()).isTrue();
            svea.page().keyboard().press("Escape");
            svea.page()
                    .waitForCondition(
                            () -> !svea.page().locator("dialog#return").isVisible());
            svea.page().keyboard().press("a");
            svea.page().waitForCondition(() -> svea.page().url().contains("/leads/"));
        }
        assertThat(handovers.find(pass).orElseThrow().outcome()).isEqualTo(Handover.Outcome.ACCEPTED);
    }

    @Test
    void theDialogOfReasonsSendsThePassBack() {
        try (Window svea = browser.as("svea")) {
            svea.open("/hand-overs/" + pass, 360, false);
            svea.page().locator("[data-dialog=return]").click();
            svea.page().locator("input[value=R06]").check();
            svea.page().locator("dialog#return [name=note]").fill("only comparing prices");
            svea.page().locator("dialog#return .btn-primary").click();
            svea.page().waitForURL(url -> url.endsWith("/hand-overs"));
        }
        assertThat(leads.get(handovers.find(pass).orElseThrow().leadId()).state())
                .isEqualTo(LeadState.RECYCLED);
    }

    @Test
    void whatTheContactDidBecomesAScoreWithReasonsAndARuleOffersTheLead() {
        long contact = contacts.complete();
        long lead = leads.create(
                new NewLead(contact, null, "gears", "website", "paid_search", null, null, NOW), cast.person("mara"));
        leads.move(lead, LeadState.OPEN, cast.person("mara"), NOW);
        touch(contact, "download", NOW.minus(Duration.ofDays(30)));
        assertThat(qualifications.review(lead, NOW))
                .as("5 points are not enough")
                .isEmpty();
        touch(contact, "demo_request", NOW);
        touch(contact, "pricing_page", NOW);
        var offered = qualifications.review(lead, NOW);
        assertThat(offered).isPresent();
        assertThat(leads.get(lead).intent()).isEqualTo(40 + 15 + 5);
        assertThat(leads.get(lead).state()).isEqualTo(LeadState.MQL);
        Handover byRule = handovers.find(offered.getAsLong()).orElseThrow();
        assertThat(byRule.offeredBy()).as("a rule offers, nobody did by hand").isNull();
        assertThat(byRule.definition()).startsWith("mql v");
    }

    private long offered(Instant at) {
        long contact = contacts.complete();
        touch(contact, "event", at.minus(Duration.ofDays(46)));
        touch(contact, "click", at.minus(Duration.ofDays(30)));
        touch(contact, "download", at.minus(Duration.ofDays(21)));
        touch(contact, "webinar", at.minus(Duration.ofDays(9)));
        touch(contact, "pricing_page", at.minus(Duration.ofDays(2)));
        touch(contact, "price_request", at.minus(Duration.ofMinutes(10)));
        var fresh = new NewLead(contact, null, "gears", "website", "paid_search", null, "price_request", at);
        long lead = leads.create(fresh, cast.person("mara"));
        qualifications.review(lead, at);
        return handovers.offer(lead, new Offer("price_request", null, "mql v1"), cast.person("mara"), at);
    }

    private void touch(long contact, String kind, Instant at) {
        db.execute(
                "insert into timeline.touchpoint (kind, channel, contact_id, occurred_at) values ({0}, 'event', {1}, {2})",
                org.jooq.impl.DSL.val(kind), org.jooq.impl.DSL.val(contact), org.jooq.impl.DSL.val(at));
    }
}
