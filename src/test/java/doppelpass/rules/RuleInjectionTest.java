package doppelpass.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** User text never becomes SQL. */
class RuleInjectionTest {
    private static final List<String> NASTY = List.of(
            "'",
            "''",
            "\"",
            "\\",
            "\\'",
            "'; drop table rules_test.lead; --",
            "' or '1'='1",
            "\" or 1=1 --",
            "$$",
            "$1",
            "?",
            ":x",
            "{0}",
            "{1}",
            "{{",
            "/* */",
            "-- ",
            "%",
            "_",
            "%%",
            "\\%",
            "!%",
            "\n",
            "\r\n",
            "\t",
            "a\u2028b",
            "\u00a0",
            "İ",
            "ß",
            "ﬁ",
            "e\u0301",
            "é",
            "😀",
            "\u202e",
            "\u0001",
            "\ufeff",
            "null",
            "E'\\x41'",
            "U&'\\0041'");

    @Test
    void eachNastyTextFindsExactlyItself() {
        DSLContext dsl = SomeDatabase.with(nastyLeads());
        for (int i = 0; i < NASTY.size(); i++) {
            String literal = SomeRules.quoted(NASTY.get(i));
            long id = i + 1L;
            assertFinds(dsl, "lead.name == " + literal, id);
            assertFinds(dsl, "lead.name in [" + literal + "]", id);
            assertFinds(dsl, literal + " in lead.codes", id);
            assertFinds(dsl, "lead.codes.exists(c, c == " + literal + ")", id);
            assertFinds(dsl, "lead.name.startsWith(" + literal + ") && lead.name.size() == size(" + literal + ")", id);
            assertFinds(
                    dsl,
                    "(lead.name + \"#\").endsWith(" + literal + " + \"#\") && lead.name.contains(" + literal
                            + ") && size(lead.name) <= size(" + literal + ")",
                    id);
        }
    }

    @Test
    void nastyTextsAreBoundNotWritten() {
        for (String nasty : NASTY) {
            String marked = "mark" + nasty + "mark";
            String literal = SomeRules.quoted(marked);
            String sql = DSL.using(SQLDialect.POSTGRES)
                    .render(SomeSubjects.rule("lead.name == " + literal + " || lead.name.contains(" + literal + ") || "
                                    + literal + " in lead.tags || lead.tags.exists(t, t < " + literal
                                    + ") || lead.name + " + literal + " == \"x\"")
                            .condition(SomeSubjects.LEAD, SomeRandomRecords.NOW));
            assertThat(sql).doesNotContain("mark").contains("?");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table rules_test.lead; --",
                "lead.fit > 1; delete from rules_test.lead",
                "lead.name == 'x' or 1=1 --",
                "lead.\"fit\" > 1",
                "lead.fit > 1 /* x */",
                "(select 1) > 0",
                "pg_sleep(10)",
                "lead.fit > pg_sleep(10)",
                "${jndi:ldap://x}",
                "#{1+1}",
                "lead.getClass() == 1",
                "lead.class.name == \"x\"",
                "rules_test.lead.fit > 1",
                "lead.`fit; drop` > 1",
                "lead.id > 0",
                "lead.contact_id > 0",
                "@result",
                "__result__ == 1",
                "lead.touchpoints.exists(@x, true)"
            })
    void whatLooksLikeAnAttackIsRefused(String text) {
        assertThat(SomeSubjects.rules().check(text, "lead")).isInstanceOf(Refused.class);
    }

    @Test
    void arbitraryBytesNeverBreakTheCheck() {
        java.util.Random random = new java.util.Random(42);
        String alphabet = "lead.fit>=<&|!()[]{}\"'\\`?:,+-*/%0123456789 \n\t\u0000é😀„“#@$;~^in";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder("lead.fit > 1 && ");
            for (int j = random.nextInt(40); j > 0; j--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            assertThat(SomeSubjects.rules().check(text.toString(), "lead"))
                    .as(text.toString())
                    .isNotNull();
        }
    }

    private static void assertFinds(DSLContext dsl, String text, long id) {
        Rule rule = SomeSubjects.rule(text);
        assertThat(SomeRecords.found(dsl, rule.condition(SomeSubjects.LEAD, SomeRandomRecords.NOW)))
                .as(text)
                .containsExactly(id);
    }

    private static SomeRecords nastyLeads() {
        SomeRecords records = new SomeRecords();
        for (int i = 0; i < NASTY.size(); i++)
            records.with(
                    "lead",
                    i + 1L,
                    "fit",
                    1,
                    "price",
                    BigDecimal.ONE,
                    "name",
                    NASTY.get(i),
                    "open",
                    true,
                    "created_at",
                    SomeRandomRecords.NOW,
                    "start",
                    LocalDate.EPOCH,
                    "codes",
                    new String[] {NASTY.get(i)});
        return records;
    }
}
