package doppelpass.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules use terms, terms use terms, and nobody uses himself. */
class RuleTermsTest {
    private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");

    @Test
    void aRuleUsesATermOfItsSubjectInBothSpellings() {
        Rules rules =
                SomeSubjects.rules(Map.of("lead:mql", "lead.fit >= 60 && lead.is(\"ours\")", "lead:ours", "lead.open"));
        for (String text : List.of("lead.is(\"mql\")", "term(\"mql\")")) {
            Rule rule = SomeSubjects.rule(rules, text);
            assertThat(rule.test(Map.of("fit", 60, "open", true), NOW)).isTrue();
            assertThat(rule.test(Map.of("fit", 60, "open", false), NOW)).isFalse();
            assertThat(rule.terms()).containsExactlyInAnyOrder("lead:mql", "lead:ours");
            assertThat(rule.reads()).containsExactlyInAnyOrder("lead.fit", "lead.open");
        }
    }

    @Test
    void aTermIsAboutTheRecordItIsAskedOf() {
        Rules rules = SomeSubjects.rules(
                Map.of("contact:german", "contact.country == \"DE\"", "touchpoint:strong", "touchpoint.points >= 40"));
        Rule rule =
                SomeSubjects.rule(rules, "lead.contact.is(\"german\") && lead.touchpoints.exists(t, t.is(\"strong\"))");
        Map<String, ?> german = Map.of("country", "DE");
        Map<String, ?> strong = Map.of("points", 40);
        assertThat(rule.test(Map.of("contact", german, "touchpoints", List.of(strong)), NOW))
                .isTrue();
        assertThat(rule.test(Map.of("contact", german, "touchpoints", List.of()), NOW))
                .isFalse();
        assertThat(rule.test(Map.of("touchpoints", List.of(strong)), NOW)).isFalse();
    }

    @Test
    void aMissingRecordIsNothingAtAll() {
        Rules rules = SomeSubjects.rules(Map.of("contact:unknown", "!has(contact.country)"));
        assertThat(SomeSubjects.rule(rules, "lead.contact.is(\"unknown\")").test(Map.of(), NOW))
                .isFalse();
        assertThat(SomeSubjects.rule(rules, "!lead.contact.is(\"unknown\")").test(Map.of(), NOW))
                .isTrue();
    }

    @Test
    void aTermThatUsesItselfIsRefusedWithTheWholeRoundTrip() {
        Rules rules = SomeSubjects.rules(
                Map.of("lead:a", "lead.is(\"b\")", "lead:b", "lead.open && term(\"c\")", "lead:c", "!lead.is(\"a\")"));
        Problem problem =
                SomeSubjects.problems(rules, "lead.open && lead.is(\"a\")").getFirst();
        assertThat(problem.messageKey()).isEqualTo("rules.term_cycle");
        assertThat(problem.args()).containsExactly("a → b → c → a");
        assertThat(problem.column()).isEqualTo(22);
    }

    @Test
    void theTextThatDefinesATermMustNotUseIt() {
        Rules rules = SomeSubjects.rules(Map.of("lead:mql", "lead.open", "lead:hot", "lead.is(\"mql\")"));
        assertThat(rules.checkTerm("mql", "lead.fit > 3 && lead.is(\"hot\")", "lead"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::messageKey)
                                .containsExactly("rules.term_cycle"));
        assertThat(rules.checkTerm("sql", "lead.fit > 3 && lead.is(\"hot\")", "lead"))
                .isInstanceOf(Rule.class);
    }

    @Test
    void theSameNameMayMeanSomethingElseForAnotherSubject() {
        Rules rules =
                SomeSubjects.rules(Map.of("lead:good", "lead.contact.is(\"good\")", "contact:good", "contact.opted"));
        Rule rule = SomeSubjects.rule(rules, "lead.is(\"good\")");
        assertThat(rule.test(Map.of("contact", Map.of("opted", true)), NOW)).isTrue();
    }

    @Test
    void aBrokenTermIsNamedWithItsProblem() {
        Rules rules = SomeSubjects.rules(Map.of("lead:old", "lead.colour == \"red\""));
        Problem problem = SomeSubjects.problems(rules, "lead.is(\"old\")").getFirst();
        assertThat(RuleProblemsTest.said(problem, Locale.ENGLISH))
                .isEqualTo("The term “old” cannot be used, its own rule has a problem: lead has no field “colour”.");
    }

    @Test
    void aBackTestSwapsTheTermsForATime() {
        Rules inForce = SomeSubjects.rules(Map.of("lead:mql", "lead.fit >= 60"));
        Rules proposed = inForce.with((subject, name) -> java.util.Optional.of("lead.fit >= 50"));
        Map<String, ?> between = Map.of("fit", 55);
        assertThat(SomeSubjects.rule(inForce, "lead.is(\"mql\")").test(between, NOW))
                .isFalse();
        assertThat(SomeSubjects.rule(proposed, "lead.is(\"mql\")").test(between, NOW))
                .isTrue();
    }
}
