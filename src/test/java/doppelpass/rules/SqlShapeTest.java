package doppelpass.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SQL is what a careful person would write: it uses indexes and joins, and the planner expects it as cheap. */
class SqlShapeTest {
    private static DSLContext dsl = SomeDatabase.with(new SomeRecords());

    @BeforeAll
    static void fill() {
        dsl = SomeDatabase.with(new SomeRecords());
        dsl.execute("""
                insert into rules_test.company (id, name, employees) select i, 'c' || i, i % 500 from generate_series(1, 500) i;
                insert into rules_test.contact (id, company_id, country, email)
                select i, i % 500 + 1, case when i % 3 = 0 then 'DE' end, i || '@x.de' from generate_series(1, 5000) i;
                insert into rules_test.lead (id, contact_id, fit, intent, price, source, name, open, created_at, start, codes)
                select i, i % 5000 + 1, i % 100, i % 50, i, case i % 4 when 0 then 'web' end, 'n' || i, true,
                    timestamptz '2026-06-15 10:00Z' - i * interval '1 hour', '2026-01-01', '{}' from generate_series(1, 20000) i;
                insert into rules_test.touchpoint (id, lead_id, kind, at)
                select i, i % 20000 + 1, 'k' || i % 20, timestamptz '2026-06-15 10:00Z' - i * interval '5 minutes'
                from generate_series(1, 60000) i;
                analyze rules_test.company, rules_test.contact, rules_test.lead, rules_test.touchpoint;
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            lead.fit >= 98 && lead.source == "web" ¦ fit >= 98 and source = 'web'
            lead.created_at > now - days(2) ¦ created_at > timestamptz '2026-06-13 10:00Z'
            lead.created_at + days(2) > now ¦ created_at > timestamptz '2026-06-13 10:00Z'
            now - days(2) < lead.created_at ¦ created_at > timestamptz '2026-06-13 10:00Z'
            lead.fit >= 60 && lead.touchpoints.exists(t, t.kind == "k3" && t.at > now - days(90)) ¦ fit >= 60 and exists (select from rules_test.touchpoint t where t.lead_id = l.id and t.kind = 'k3' and t.at > timestamptz '2026-03-17 10:00Z')
            lead.touchpoints.size() == 0 ¦ not exists (select from rules_test.touchpoint t where t.lead_id = l.id)
            lead.contact.country == "DE" && lead.contact.company.employees > 100 ¦ exists (select from rules_test.contact c where c.id = l.contact_id and c.country = 'DE') and exists (select from rules_test.contact c join rules_test.company o on o.id = c.company_id where c.id = l.contact_id and o.employees > 100)
            !lead.touchpoints.exists(t, t.at > now - days(30)) && lead.fit > 50 ¦ fit > 50 and not exists (select from rules_test.touchpoint t where t.lead_id = l.id and t.at > timestamptz '2026-05-16 10:00Z')
            lead.touchpoints.filter(t, t.kind == "k1").size() >= 2 ¦ (select count(*) from rules_test.touchpoint t where t.lead_id = l.id and t.kind = 'k1') >= 2
            """)
    void thePlannerExpectsNoMoreThanForSqlByHand(String rule, String byHand) {
        double ours =
                cost(dsl.renderInlined(DSL.selectCount().from(SomeSubjects.LEAD).where(condition(rule))));
        double theirs = cost("select count(*) from rules_test.lead l where " + byHand);
        assertThat(ours / theirs)
                .as("%s costs %s, by hand %s", rule, ours, theirs)
                .isLessThanOrEqualTo(1.05);
    }

    @Test
    void conditionsOnOneRelatedRecordShareOneSearch() {
        assertThat(occurrences("lead.contact.country == \"DE\" && lead.fit > 3 && lead.contact.opted"))
                .isEqualTo(1);
        assertThat(occurrences("lead.contact.country == \"DE\" || lead.contact.opted"))
                .isEqualTo(1);
        assertThat(occurrences("!(lead.contact.country == \"DE\" || lead.contact.opted)"))
                .isEqualTo(1);
        assertThat(occurrences("!lead.contact.opted || !(lead.contact.country == \"DE\")"))
                .isEqualTo(1);
    }

    @Test
    void onlyNegationOfWhatMayBeMissingNeedsAGuard() {
        assertThat(sql("lead.intent > 3 && lead.source == \"web\" || lead.hot"))
                .doesNotContain("is not true", "coalesce");
        assertThat(sql("!(lead.fit > 3)")).doesNotContain("is not true");
        assertThat(sql("!(lead.intent > 3)")).contains("is not true");
    }

    private static int occurrences(String rule) {
        Matcher search = Pattern.compile("from \"rules_test\".\"contact\"").matcher(sql(rule));
        return (int) search.results().count();
    }

    private static String sql(String rule) {
        return DSL.using(SQLDialect.POSTGRES).render(condition(rule));
    }

    private static Condition condition(String rule) {
        return SomeSubjects.rule(rule).condition(SomeSubjects.LEAD, java.time.Instant.parse("2026-06-15T10:00:00Z"));
    }

    private static double cost(String query) {
        String plan = String.valueOf(dsl.fetch("explain " + query).getFirst().get(0));
        Matcher cost = Pattern.compile("cost=[\\d.]+\\.\\.([\\d.]+)").matcher(plan);
        assertThat(cost.find()).as(plan).isTrue();
        return Double.parseDouble(cost.group(1));
    }
}
