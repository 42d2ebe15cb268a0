package doppelpass.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field that shows a stand-in where nothing is stored. */
class StandInTest {
    private static final Firm FIRM = new Firm();
    private static final Instant NOW = Instant.parse("2026-06-02T08:00:00Z");

    private static final class Firm extends TableImpl<Record> {
        private final Field<Long> id = createField(DSL.name("id"), SQLDataType.BIGINT);
        private final Field<String> fit = createField(DSL.name("fit"), SQLDataType.CLOB);
        private final Field<String> stored = createField(DSL.name("stored"), SQLDataType.CLOB);

        private Firm() {
            super(DSL.name("firm"));
        }
    }

    /** The ids of four firms stored as A, B, unknown and nothing at all, in SQL as in memory. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
        firm.fit == "A" ¦ stored ¦ 1
        firm.fit in ["A", "B"] ¦ stored ¦ 1,2
        firm.fit == "unknown" ¦ fit ¦ 3,4
        firm.fit in ["A", "unknown"] ¦ fit ¦ 1,3,4
        firm.fit != "A" ¦ fit ¦ 2,3,4
        !(firm.fit == "A") ¦ fit ¦ 2,3,4
        !(firm.fit in ["A", "B"]) ¦ fit ¦ 3,4
        firm.fit.startsWith("u") ¦ fit ¦ 3,4
        """)
    void whatIsStoredIsAskedForWhereThatIsTheSame(String text, String column, String ids) {
        Subject subject = Subject.of("firm", "test.firm", FIRM, FIRM.id).field("fit", FIRM.fit, FIRM.stored, "unknown");
        Rule rule = (Rule) Rules.over(List.of(() -> List.of(subject)), Terms.NONE, ZoneOffset.UTC)
                .check(text, "firm");
        var condition = rule.condition(FIRM, NOW);
        assertThat(DSL.using(SQLDialect.POSTGRES).renderInlined(condition)).contains("\"firm\".\"" + column + "\"");
        Table<?> firms = DSL.table(
                "(select id, coalesce(stored, 'unknown') as fit, stored from (values (1::bigint, 'A'), (2, 'B'),"
                        + " (3, 'unknown'), (4, null)) v (id, stored)) firm");
        List<Long> expected =
                java.util.Arrays.stream(ids.split(",")).map(Long::valueOf).toList();
        var db = SomeDatabase.with(new SomeRecords());
        assertThat(db.select(FIRM.id)
                        .from(firms)
                        .where(condition)
                        .orderBy(FIRM.id)
                        .fetch(FIRM.id))
                .isEqualTo(expected);
        List<Long> others = List.of(1L, 2L, 3L, 4L).stream()
                .filter(id -> !expected.contains(id))
                .toList();
        assertThat(db.select(FIRM.id)
                        .from(firms)
                        .where(rule.unmet(FIRM, NOW))
                        .orderBy(FIRM.id)
                        .fetch(FIRM.id))
                .isEqualTo(others);
        assertThat(List.of("A", "B", "unknown", "unknown").stream()
                        .filter(fit -> rule.test(Map.of("fit", fit), NOW))
                        .count())
                .isEqualTo(expected.size());
    }
}
