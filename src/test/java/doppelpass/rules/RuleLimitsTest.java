package doppelpass.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing somebody types can exhaust us: every text is answered within a moment. */
@Timeout(20)
class RuleLimitsTest {

    @Test
    void aTextMayHaveFourThousandCharacters() {
        String full = "lead.open" + " ".repeat(3_991);
        assertThat(SomeSubjects.rule(full)).isNotNull();
        assertThat(keys(full + " ")).containsExactly("rules.too_long");
        assertThat(keys("x".repeat(10_000_000))).containsExactly("rules.too_long");
    }

    @Test
    void nestingIsBounded() {
        assertThat(SomeSubjects.rule(nested(20))).isNotNull();
        for (String text : List.of(
                nested(1_900),
                "(".repeat(3_999),
                "1" + "+1".repeat(1_900) + ">2",
                "[".repeat(1_900) + "]".repeat(1_900),
                "lead.open ? (".repeat(280),
                "lead" + ".contact".repeat(300),
                "-(".repeat(900) + "1" + ")".repeat(900) + " > 0",
                "lead.name" + ".lowerAscii()".repeat(250) + " == \"a\""))
            assertThat(keys(text)).as(text.substring(0, 20)).isNotEmpty();
    }

    @Test
    void longChainsAreNoNesting() {
        assertThat(SomeSubjects.rule("lead.open" + " || lead.hot".repeat(300)).clauses())
                .hasSize(1);
        assertThat(SomeSubjects.rule("lead.open" + " && lead.hot".repeat(300)).clauses())
                .hasSize(301);
        assertThat(SomeSubjects.rule("!".repeat(3_900) + "lead.open")).isNotNull();
    }

    @Test
    void termsThatDoubleAtEachStepAreStopped() {
        Map<String, String> terms = new HashMap<>();
        for (int i = 1; i <= 9; i++)
            terms.put("lead:t" + i, String.join(" || ", Collections.nCopies(10, "lead.is(\"t" + (i + 1) + "\")")));
        terms.put("lead:t10", "lead.open");
        assertThat(SomeSubjects.problems(SomeSubjects.rules(terms), "lead.is(\"t5\")"))
                .extracting(Problem::messageKey)
                .containsOnly("rules.too_big");
    }

    @Test
    void aLongChainOfTermsIsStopped() {
        Map<String, String> terms = new HashMap<>();
        for (int i = 0; i < 40; i++) terms.put("lead:t" + i, "lead.is(\"t" + (i + 1) + "\")");
        terms.put("lead:t40", "lead.open");
        Rules rules = SomeSubjects.rules(terms);
        assertThat(SomeSubjects.problems(rules, "lead.is(\"t0\")"))
                .extracting(Problem::messageKey)
                .containsExactly("rules.too_deep");
        assertThat(SomeSubjects.rule(rules, "lead.is(\"t32\")")).isNotNull();
    }

    @Test
    void listsAndPatternsAreBounded() {
        assertThat(keys("lead.fit in [" + "1,".repeat(500) + "1]")).containsExactly("rules.list_too_long");
        assertThat(keys("lead.touchpoints.exists(a, lead.touchpoints.exists(b, lead.touchpoints.exists(c, "
                        + "lead.touchpoints.exists(d, d.kind == a.kind))))"))
                .containsExactly("rules.lists_too_deep");
        assertThat(keys("lead.name.matches(\"(((a{99}){99}){99}){99}\")")).containsExactly("rules.pattern");
        assertThat(keys("lead.name.matches(\"" + "a".repeat(201) + "\")")).containsExactly("rules.pattern");
    }

    @Test
    void twentyProblemsAreEnough() {
        assertThat(keys("lead.x == 1" + " || lead.x == 1".repeat(100))).hasSize(Limits.PROBLEMS);
        assertThat(keys("lead.tags == []" + " || lead.tags == []".repeat(100))).hasSize(Limits.PROBLEMS);
    }

    @Test
    void aPatternThatBacktracksElsewhereIsFast() {
        Rule rule = SomeSubjects.rule("lead.name.matches(\"^(a+)+$\")");
        Instant before = Instant.now();
        assertThat(rule.test(Map.of("name", "a".repeat(5_000) + "b"), before)).isFalse();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void theLargestRulesStillRunInTheDatabase() {
        DSLContext dsl = SomeDatabase.with(new SomeRandomRecords(new java.util.Random(1), false).make(5));
        Instant now = SomeRandomRecords.NOW;
        for (String text : List.of(
                "lead.open" + " && lead.hot".repeat(330),
                "lead.fit in [" + "1,".repeat(499) + "1]",
                "9000000000000000000" + "*9000000000000000000".repeat(45) + " * lead.fit > 0",
                "lead.price" + "/ 0.000000000000000001".repeat(45) + " > 0",
                "lead.touched_at < timestamp(\"1900-01-01T00:00:00Z\") && lead.touched_at - days(36525) < now",
                nested(40)))
            assertThatCode(() -> SomeRecords.found(dsl, SomeSubjects.rule(text).unmet(SomeSubjects.LEAD, now)))
                    .as(text.substring(0, 20))
                    .doesNotThrowAnyException();
    }

    private static String nested(int depth) {
        return "!(lead.open && ".repeat(depth / 2) + "lead.hot" + ")".repeat(depth / 2);
    }

    private static List<String> keys(String text) {
        return SomeSubjects.problems(text).stream().map(Problem::messageKey).toList();
    }
}
