package doppelpass.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** Random rules over random records: the database and the memory must find the same leads. */
class SqlEqualsMemoryTest {
    private static final int RECORD_SETS = Integer.getInteger("rules.sets", 6);
    private static final int RULES_PER_SET = 500;
    private static final int RULES_PER_MOOD = 50;
    private static final Instant NOW = SomeRandomRecords.NOW;

    @Test
    void databaseAndMemoryFindTheSameLeads() {
        long seed = Long.getLong("rules.seed", System.nanoTime());
        int mixed = 0;
        for (int set = 0; set < RECORD_SETS; set++) mixed += compareSet(seed + set);
        assertThat(mixed)
                .as("rules that hit some leads and miss others, seed %d", seed)
                .isGreaterThan(1_000);
    }

    /** PostgreSQL 18 answers such a question wrongly where it joins by a hash of what {@code exists} finds. */
    @Test
    void whatIsLookedForInAComparisonIsTheSameHoweverItIsJoined() {
        Rules rules = SomeSubjects.rules(SomeRules.TERMS);
        List<String> wordings = List.of(
                "lead.open == lead.contact.deals.exists(d, (d.closed <= lead.start) == (-3 / lead.fit != lead.contact.company.revenue * 0))",
                "lead.open == lead.contact.deals.exists(d, d.won == (lead.contact.company.revenue > lead.fit))",
                "lead.open == lead.contact.deals.all(d, d.won != (lead.contact.company.revenue > lead.fit))",
                "lead.open == lead.contact.deals.exists(d, d.amount * 4 == (lead.contact.company.revenue * 4 > lead.fit ? 5 : 6))");
        for (int seed = 0; seed < 20; seed++) {
            SomeRecords records = new SomeRandomRecords(new Random(seed), false).make(40);
            DSLContext dsl = SomeDatabase.inMood(records, seed);
            for (String wording : wordings) {
                Rule rule = SomeSubjects.rule(rules, wording);
                compare(dsl, rule, inMemory(rule, records), records, "seed " + seed + ": " + wording);
            }
        }
    }

    /** Returns how many rules met some leads but not all. */
    private int compareSet(long seed) {
        Random random = new Random(seed);
        SomeRecords records = new SomeRandomRecords(random, false).make(40);
        DSLContext dsl = SomeDatabase.inMood(records, seed);
        Rules rules = SomeSubjects.rules(SomeRules.TERMS);
        SomeRules some = new SomeRules(random, rules.subjects());
        int mixed = 0;
        for (int i = 0; i < RULES_PER_SET; i++) {
            if (i % RULES_PER_MOOD == 0) SomeDatabase.inMood(dsl, i / RULES_PER_MOOD);
            String text = some.about("lead");
            List<Long> expected = inMemory(SomeSubjects.rule(rules, text), records);
            compare(
                    dsl,
                    SomeSubjects.rule(rules, text),
                    expected,
                    records,
                    "seed " + seed + ", rule " + i + ": " + text);
            if (!expected.isEmpty() && expected.size() < 40) mixed++;
        }
        return mixed;
    }

    private static void compare(DSLContext dsl, Rule rule, List<Long> expected, SomeRecords records, String what) {
        List<Long> others = new ArrayList<>(records.all("lead").keySet());
        others.removeAll(expected);
        compare(dsl, rule.condition(SomeSubjects.LEAD, NOW), expected, what);
        compare(dsl, rule.unmet(SomeSubjects.LEAD, NOW), others, "not met, " + what);
    }

    private static void compare(DSLContext dsl, Condition condition, List<Long> expected, String what) {
        try {
            List<Long> found = SomeRecords.found(dsl, condition);
            if (!found.equals(expected))
                throw new AssertionError("in memory " + expected + "\nin SQL    " + found + "\n"
                        + dsl.renderInlined(condition) + "\nagain " + found.equals(SomeRecords.found(dsl, condition))
                        + "\n" + what); // last, because logs are cut at their start
        } catch (DataAccessException failure) {
            throw new AssertionError(what, failure);
        }
    }

    private static List<Long> inMemory(Rule rule, SomeRecords records) {
        return records.all("lead").entrySet().stream()
                .filter(lead -> rule.test(lead.getValue(), NOW))
                .map(Map.Entry::getKey)
                .toList();
    }
}
