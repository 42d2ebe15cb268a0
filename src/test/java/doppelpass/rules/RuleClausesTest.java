package doppelpass.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule can be taken apart: which clauses a record meets and why, in words a person understands. */
class RuleClausesTest {
    private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");

    @Test
    void theOutermostAndIsAListOfClauses() {
        Rule rule = SomeSubjects.rule("""
                lead.fit>=60 && (lead.open||lead.hot) &&
                lead.touchpoints.exists(t,t.kind=='demo_request' && t.at>now-days(90))""");
        assertThat(rule.clauses())
                .extracting(Clause::text)
                .containsExactly(
                        "lead.fit >= 60",
                        "lead.open || lead.hot",
                        "lead.touchpoints.exists(t, t.kind == \"demo_request\" && t.at > now - days(90))");
    }

    @Test
    void theClausesTogetherAreTheRule() {
        Random random = new Random(7);
        SomeRecords records = new SomeRandomRecords(random, false).make(30);
        DSLContext dsl = SomeDatabase.with(records);
        SomeRules some = new SomeRules(random, SomeSubjects.rules().subjects());
        for (int i = 0; i < 40; i++) {
            Rule rule = SomeSubjects.rule(
                    SomeSubjects.rules(SomeRules.TERMS), some.about("lead") + " && " + some.about("lead"));
            List<Long> remaining = new java.util.ArrayList<>(records.all("lead").keySet());
            for (Clause clause : rule.clauses()) {
                List<Long> found = SomeRecords.found(dsl, clause.condition(SomeSubjects.LEAD, SomeRandomRecords.NOW));
                List<Long> rest = SomeRecords.found(dsl, clause.unmet(SomeSubjects.LEAD, SomeRandomRecords.NOW));
                assertThat(found.size() + rest.size()).isEqualTo(30);
                remaining.retainAll(found);
            }
            assertThat(remaining)
                    .isEqualTo(SomeRecords.found(dsl, rule.condition(SomeSubjects.LEAD, SomeRandomRecords.NOW)));
        }
    }

    @Test
    void anExplanationNamesTheValuesThatDecide() {
        Map<String, @Nullable Object> lead = new HashMap<>();
        lead.put("fit", 55);
        lead.put("contact", Map.of("country", "DE"));
        lead.put("touchpoints", List.of(Map.of("kind", "download"), Map.of("kind", "demo_request")));
        Rule rule = SomeSubjects.rule("lead.fit >= 60 && lead.contact.country == \"DE\" && has(lead.source)"
                + " && lead.touchpoints.exists(t, t.kind == \"demo_request\")");
        assertThat(rule.explain(lead, NOW).stream().map(RuleClausesTest::line))
                .containsExactly(
                        "lead.fit >= 60: no, lead.fit = 55",
                        "lead.contact.country == \"DE\": yes, lead.contact.country = DE",
                        "has(lead.source): no, lead.source = null",
                        "lead.touchpoints.exists(t, t.kind == \"demo_request\"): yes, lead.touchpoints = 1");
    }

    @Test
    void anExplanationLooksIntoTerms() {
        Rules rules = SomeSubjects.rules(Map.of("lead:mql", "lead.fit >= 60 || lead.hot"));
        Rule rule = SomeSubjects.rule(rules, "lead.is(\"mql\") && lead.open");
        assertThat(rule.explain(Map.of("fit", 10, "hot", true, "open", false), NOW).stream()
                        .map(RuleClausesTest::line))
                .containsExactly(
                        "lead.is(\"mql\"): yes, lead.fit = 10, lead.hot = true", "lead.open: no, lead.open = false");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            lead.fit >= 60                         ¦ fit ist mindestens 60              ¦ fit is at least 60
            !(lead.price < 1000.50)                ¦ nicht: price ist kleiner als 1000.5 ¦ not: price is less than 1000.5
            lead.contact.country == "DE"           ¦ country von contact ist „DE“       ¦ country of contact is “DE”
            lead.source in ["web", "x"]            ¦ source ist web oder „x“            ¦ source is web or “x”
            lead.source in ["web", "x", "y"]       ¦ source ist web, „x“ oder „y“       ¦ source is web, “x” or “y”
            lead.source != ""                      ¦ source ist vorhanden               ¦ source is there
            lead.source == ""                      ¦ source fehlt                       ¦ source is missing
            !has(lead.source)                      ¦ source fehlt                       ¦ source is missing
            lead.created_at > now - days(90)       ¦ created_at liegt nach: jetzt minus 90 Tage ¦ created_at is after 90 days ago
            lead.due <= today + days(7)            ¦ due liegt nicht nach: heute plus 7 Tage ¦ due is not after today plus 7 days
            lead.touchpoints.filter(t, t.points > 1).size() >= 3 ¦ Anzahl touchpoints (nur wo gilt: points ist größer als 1) ist mindestens 3 ¦ number of touchpoints (only where points is more than 1) is at least 3
            lead.touchpoints.exists(t, t.kind == "call") ¦ für einen Eintrag in touchpoints gilt: kind ist „call“ ¦ an entry in touchpoints satisfies: kind is “call”
            lead.open || lead.hot                  ¦ open trifft zu, oder hot trifft zu  ¦ open is true, or hot is true
            lead.open && lead.fit > 1 || lead.hot  ¦ open trifft zu und fit ist größer als 1, oder hot trifft zu ¦ open is true and fit is more than 1, or hot is true
            !(lead.open || lead.hot)               ¦ nicht: (open trifft zu oder hot trifft zu) ¦ not: (open is true or hot is true)
            !lead.is("hot")                        ¦ lead ist nicht „hot“               ¦ lead is not “hot”
            "vip" in lead.tags                     ¦ tags enthält „vip“                 ¦ tags contains “vip”
            """)
    void aClauseCanBeSaid(String text, String german, String english) {
        Word words = SomeSubjects.rule(SomeSubjects.rules(SomeRules.TERMS), text)
                .clauses()
                .getFirst()
                .words();
        assertThat(RuleProblemsTest.said(words, Locale.GERMAN)).isEqualTo(german);
        assertThat(RuleProblemsTest.said(words, Locale.ENGLISH)).isEqualTo(english);
    }

    @Test
    void everyRuleCanBeSaidAndExplained() {
        Random random = new Random(11);
        SomeRecords records = new SomeRandomRecords(random, false).make(5);
        records.link();
        SomeRules some = new SomeRules(random, SomeSubjects.rules().subjects());
        for (int i = 0; i < 500; i++) {
            Rule rule = SomeSubjects.rule(SomeSubjects.rules(SomeRules.TERMS), some.about("lead"));
            for (Clause clause : rule.clauses())
                assertThat(RuleProblemsTest.said(clause.words(), Locale.GERMAN))
                        .as(clause.text())
                        .isNotBlank()
                        .doesNotContain("⟦", "{0}");
            for (Map<String, @Nullable Object> lead : records.all("lead").values())
                assertThat(rule.explain(lead, NOW).stream().allMatch(Finding::met))
                        .isEqualTo(rule.test(lead, NOW));
        }
    }

    @Test
    void aRuleKnowsWhatItReadsAndWhetherTimeAloneCanChangeIt() {
        Rule rule = SomeSubjects.rule("lead.contact.country == \"DE\" && lead.touchpoints.exists(t, t.at > now)");
        assertThat(rule.reads())
                .containsExactlyInAnyOrder("lead.contact", "contact.country", "lead.touchpoints", "touchpoint.at");
        assertThat(rule.dependsOnTime()).isTrue();
        assertThat(SomeSubjects.rule("lead.start == date(\"2026-01-01\")").dependsOnTime())
                .isFalse();
        assertThat(SomeSubjects.rule("lead.start < today").dependsOnTime()).isTrue();
    }

    @Test
    void recordsMayHoldWhatDriversReturn() {
        Rule rule =
                SomeSubjects.rule("lead.created_at == now && lead.budget == 1 && lead.fit == 2 && lead.tags.size() == 1"
                        + " && lead.due == today");
        Map<String, ?> lead = Map.of(
                "created_at",
                java.sql.Timestamp.from(NOW),
                "budget",
                new BigDecimal("1.00"),
                "fit",
                (short) 2,
                "tags",
                List.of("a"),
                "due",
                LocalDate.of(2026, 6, 15));
        assertThat(rule.test(lead, NOW)).isTrue();
    }

    private static String line(Finding finding) {
        StringBuilder line = new StringBuilder(finding.clause().text() + (finding.met() ? ": yes" : ": no"));
        finding.readings()
                .forEach(reading ->
                        line.append(", ").append(reading.path()).append(" = ").append(reading.value()));
        return line.toString();
    }
}
