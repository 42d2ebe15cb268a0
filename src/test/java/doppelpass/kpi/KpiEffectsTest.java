package doppelpass.kpi;

import static doppelpass.kpi.SomeFacts.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import doppelpass.glossary.BackTest;
import doppelpass.glossary.BackTestEffect;
import doppelpass.glossary.Effects;
import doppelpass.rules.Rule;
import doppelpass.rules.Rules;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A small history worked by hand: what the figures would have been had a webinar counted instead of a demo. */
@DoppelpassTest
class KpiEffectsTest {
    private static final String DEMO = "lead.touchpoints.exists(t, t.kind == \"demo_request\")";
    private static final String WEBINAR = "lead.touchpoints.exists(t, t.kind == \"webinar\")";

    private final BackTestEffect effects;
    private final Rules rules;
    private final SomeFacts facts;
    private final TestClock clock;
    private final TestBrowsers browsers;

    KpiEffectsTest(BackTestEffect effects, Rules rules, SomeFacts facts, TestClock clock, TestBrowsers browsers) {
        this.effects = effects;
        this.rules = rules;
        this.facts = facts;
        this.clock = clock;
        this.browsers = browsers;
    }

    @BeforeEach
    void eightLeads() {
        facts.clear();
        facts.cost("marketing", 40_000, "2026-01-01", "2026-01-31", null);
        long later = facts.lead(at("2026-01-10"), "web", null);
        touched(later, "demo_request", "2026-01-15");
        touched(later, "webinar", "2026-02-03");
        passed(later, "2026-01-15", "accepted");
        long lost = facts.lead(at("2026-01-10"), "web", null);
        touched(lost, "demo_request", "2026-01-20");
        passed(lost, "2026-01-20", "returned");
        touched(facts.lead(at("2026-03-01"), "web", null), "webinar", "2026-03-05");
        touched(facts.lead(at("2026-03-03"), "web", null), "webinar", "2026-03-20");
        long both = facts.lead(at("2026-03-02"), "web", null);
        touched(both, "webinar", "2026-03-09");
        touched(both, "demo_request", "2026-03-09");
        passed(both, "2026-03-09", "accepted");
        facts.entry(facts.lead(at("2026-03-02"), "fair", null), "MQL", at("2026-03-12"));
        facts.lead(at("2026-03-02"), "fair", null);
        long ended = facts.lead(at("2026-03-02"), "fair", null);
        facts.entry(ended, "DISQUALIFIED", at("2026-04-01"));
        touched(ended, "webinar", "2026-04-02");
    }

    @Test
    void leadsAreReplayedToTheMomentTheRuleWouldFirstHaveHeld() {
        Effects told = told(DEMO, WEBINAR);
        assertThat(told.tried()).isEqualTo(8);
        assertThat(told.entering()).as("the two with a webinar only").isEqualTo(2);
        assertThat(told.leaving()).as("the one without a webinar").isEqualTo(1);
        assertThat(told.moved()).as("January's demo is February's webinar").isEqualTo(1);
        assertThat(told.months())
                .extracting(BackTest.Month::before)
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 2, 0, 2, 0, 0);
        assertThat(told.months()).extracting(BackTest.Month::after).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 4, 0, 0);
    }

    @Test
    void figuresOfWhatTheRuleMakesAreWorkedOutAnew() {
        Effects told = told(DEMO, WEBINAR);
        assertMoves(told, "K18", 4, 5, false);
        assertMoves(told, "K23a", 0.5, 0.625, false);
        assertMoves(told, "K42b", 10_000, 8_000, false);
    }

    @Test
    void figuresOfWhatSalesAnsweredCountOnlyTheLeadsThatStay() {
        Effects told = told(DEMO, WEBINAR);
        assertMoves(told, "K19", 2, 2, true);
        assertMoves(told, "K33", 2 / 3.0, 1, true);
        assertMoves(told, "K23b", 0.5, 2 / 3.0, true);
        assertMoves(told, "K34", 1, 0, true);
    }

    @Test
    void whatTheRuleCannotTouchAndWhatNobodyCanTellAreNamed() {
        Effects told = told(DEMO, WEBINAR);
        assertThat(told.untouched()).extracting(Effects.Link::url).contains("/kpis/K17", "/kpis/K16", "/kpis/K05");
        assertThat(told.untold())
                .extracting(Effects.Link::url)
                .contains("/kpis/K20", "/kpis/K22", "/kpis/K03", "/kpis/K01", "/kpis/K24", "/kpis/K38b", "/kpis/K39");
    }

    @Test
    void theSameRuleMovesNothing() {
        Effects told = told(DEMO, DEMO);
        assertThat(told.changeNothing()).isTrue();
        assertThat(told.figures()).isNotEmpty();
        told.figures()
                .forEach(figure -> assertThat(Double.valueOf(SomeFacts.number(figure.after())))
                        .as(figure.url())
                        .isEqualTo(Double.valueOf(SomeFacts.number(figure.before()))));
    }

    @Test
    void interestIsThatOfTheMomentNotThatOfToday() {
        Effects told = told("lead.intent >= 100", "lead.intent >= 40");
        assertThat(told.entering())
                .as("a demo's 40 points have halved by now; the passed ones stay")
                .isZero();
        touched(facts.lead(at("2025-09-01"), "web", null), "demo_request", "2025-09-02");
        assertThat(told("lead.intent >= 100", "lead.intent >= 40").entering()).isEqualTo(1);
    }

    @Test
    void whatIsKnownOfTheContactTodayIsReplayedAndOfDealsAndActivitiesNothingIs() {
        Effects plain = told(DEMO, WEBINAR);
        assertThat(told(DEMO, WEBINAR + " && has(lead.contact.created_at)").entering())
                .isEqualTo(plain.entering());
        assertThat(told(DEMO, WEBINAR + " && lead.contact.name == \"nobody\"").entering())
                .isZero();
        assertThat(effects.untold("mql", rule("lead.company.industry == \"x\" || lead.campaign.budget > 5.0")))
                .isFalse();
        for (String past : List.of(
                "lead.deals.size() > 0",
                "lead.activities.size() > 0",
                "lead.contact.leads.size() > 1",
                "lead.touchpoints.exists(t, t.direction == \"in\")",
                "lead.owner == \"Mara\""))
            assertThat(effects.untold("mql", rule(past))).as(past).isTrue();
    }

    @Test
    void aProposalShowsItBeforeAnybodySigns() {
        Map<String, String> form = Map.of(
                "nameDe",
                "MQL",
                "nameEn",
                "MQL",
                "textDe",
                "Wer am Webinar war",
                "textEn",
                "Who saw the webinar",
                "rule",
                WEBINAR);
        facts.lead(at("2024-03-02"), "fair", null);
        var mara = browsers.as("mara");
        String page = mara.post("/glossary/mql/versions", form)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(mara.get(page.substring(page.indexOf("/glossary"))).body())
                .contains("What the figures would have shown", "2 would have come in", "/kpis/K18", "Cannot be told")
                .contains(
                        "8 records of the last 12 months", "Records that meet the rule, by month", "Sign for my team");
    }

    @Test
    void aTermWhoseRuleMakesNothingHasNoEffects() {
        assertThat(effects.effects("sal", rule(DEMO), rule(WEBINAR), clock.instant()))
                .isEmpty();
    }

    private static void assertMoves(Effects told, String code, double before, double after, boolean partly) {
        Effects.Effect effect = told.figures().stream()
                .filter(figure -> figure.url().equals("/kpis/" + code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not among " + told.figures()));
        assertThat(SomeFacts.number(effect.before())).as(code).isEqualTo(before, within(1e-9));
        assertThat(SomeFacts.number(effect.after())).as(code).isEqualTo(after, within(1e-9));
        assertThat(effect.partly()).as(code).isEqualTo(partly);
    }

    private Effects told(String current, String proposed) {
        return effects.effects("mql", rule(current), rule(proposed), clock.instant())
                .orElseThrow();
    }

    private Rule rule(String text) {
        return (Rule) rules.check(text, "lead");
    }

    private void touched(long lead, String kind, String day) {
        facts.touch(lead, kind, at(day));
    }

    private void passed(long lead, String day, String outcome) {
        facts.entry(lead, "MQL", at(day));
        if (outcome.equals("accepted")) facts.entry(lead, "SAL", at(day).plusSeconds(60));
        facts.handover(lead, at(day), at(day).plusSeconds(7200), outcome, at(day).plusSeconds(60));
    }
}
