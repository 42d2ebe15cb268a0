package doppelpass.database;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.testing.DoppelpassTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class KeysetTest {
    private static final Table<?> WORDS = DSL.table("keyset_word");
    private static final Table<?> LETTERS = DSL.table("keyset_letter");
    private static final Field<Long> ID = DSL.field("keyset_word.id", Long.class);
    private static final Field<String> LETTER = DSL.field("keyset_letter.letter", String.class);

    private final DSLContext db;
    private final DatabaseAddress owner;

    KeysetTest(DSLContext db, DatabaseAddress owner) {
        this.db = db;
        this.owner = owner;
    }

    @BeforeEach
    void fill() throws SQLException {
        asOwner(
                "create table keyset_word as select i::bigint as id, i % 7 as letter from generate_series(1, 30000) i",
                "create table keyset_letter as select i as id, nullif(chr(97 + i / 2), 'd') as letter"
                        + " from generate_series(0, 6) i",
                "create function keyset_dear(bigint) returns boolean language plpgsql cost 10000"
                        + " as 'begin return $1 <= 60; end'",
                "grant select on keyset_word, keyset_letter to public",
                "analyze keyset_word");
    }

    @AfterEach
    void drop() throws SQLException {
        asOwner("drop table keyset_word, keyset_letter", "drop function keyset_dear");
    }

    /** The role the product works as makes no tables of its own. */
    private void asOwner(String... statements) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    @Test
    void whatIsCheapToCountIsCountedUpToTheLimitAndEstimatedBeyond() {
        Page<Long> few = first(ID.le(9_999L));
        assertThat(few.count()).isEqualTo(9_999);
        assertThat(few.countEstimated()).isFalse();
        Page<Long> many = first(DSL.noCondition());
        assertThat(many.count()).isBetween(29_000L, 31_000L);
        assertThat(many.countEstimated()).isTrue();
    }

    @Test
    void whatIsDearToCountIsEstimatedAndNeverLessThanWhatIsSeen() {
        Page<Long> page = first(DSL.condition("keyset_dear(keyset_word.id)"));
        assertThat(page.countEstimated()).isTrue();
        assertThat(page.count()).isGreaterThanOrEqualTo(page.rows().size());
        assertThat(page.rows()).hasSize(50).first().isEqualTo(1L);
    }

    /** The guess for all would tell how much there is besides, and of a part the planner knows little. */
    @Test
    void whoSeesOnlyAPartIsToldHowMuchOfItThereIs() throws SQLException {
        asOwner(
                "alter table keyset_word enable row level security",
                "create policy everything on keyset_word to " + WorkingRole.NAME + " using (true)",
                "create policy part on keyset_word to doppelpass_reader_sales"
                        + " using (id <= current_setting('doppelpass.own')::bigint)",
                "alter function keyset_dear cost 300");
        Condition dear = DSL.condition("keyset_dear(keyset_word.id)");
        Sight sixty = new Sight("doppelpass_reader_sales", Map.of("doppelpass.own", "60"), Veil.NONE, Map.of());
        assertThat(first(dear).countEstimated()).isTrue();
        Page<Long> part = Sight.with(Optional.of(sixty), () -> first(dear));
        assertThat(part.countEstimated()).isFalse();
        assertThat(part.count()).isEqualTo(60);
    }

    @Test
    void anImpossibleFilterFindsNothingExactly() {
        assertThat(first(DSL.falseCondition())).returns(0L, Page::count).returns(false, Page::countEstimated);
    }

    @Test
    void aListSortedByAnotherTablesColumnIsTurnedThroughPageByPageInBothDirections() {
        Condition some = ID.le(400L);
        for (boolean descending : new boolean[] {false, true}) {
            List<Long> expected = db.select(ID)
                    .from(joined())
                    .where(some)
                    .orderBy(
                            descending
                                    ? LETTER.desc().nullsLast()
                                    : LETTER.asc().nullsLast(),
                            descending ? ID.desc() : ID.asc())
                    .fetch(ID);
            List<Long> forwards = new ArrayList<>();
            Page<Long> page = page(some, PageRequest.first("letter", descending, 150));
            forwards.addAll(page.rows());
            while (page.next().isPresent()) {
                page = page(
                        some,
                        PageRequest.first("letter", descending, 150)
                                .at(page.next().get()));
                forwards.addAll(page.rows());
            }
            assertThat(forwards).isEqualTo(expected);
            Page<Long> before = page(
                    some,
                    PageRequest.first("letter", descending, 150)
                            .at(page.previous().orElseThrow()));
            assertThat(before.rows()).isEqualTo(expected.subList(150, 300));
        }
    }

    private Page<Long> page(Condition where, PageRequest request) {
        return new Keyset(db, joined(), where, LETTER, ID, request).fetch(List.of(ID), r -> r.get(ID), id -> id);
    }

    private Page<Long> first(Condition where) {
        return new Keyset(db, WORDS, where, ID, ID, PageRequest.first("id", false, 50))
                .fetch(List.of(ID), r -> r.get(ID), id -> id);
    }

    private static Table<?> joined() {
        return WORDS.join(LETTERS).on(DSL.condition("keyset_letter.id = keyset_word.letter"));
    }
}
