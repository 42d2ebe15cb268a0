package doppelpass.database;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.Cursor;
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
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class KeysetTest {
    private static final Table<?> WORDS = DSL.table("keyset_word");
    private static final Table<?> LETTERS = DSL.table("keyset_letter");
    private static final Field<Long> ID = DSL.field("keyset_word.id", Long.class);
    private static final Field<String> LETTER = DSL.field("keyset_letter.letter", String.class);

    private static final Condition DEARLY = DSL.condition("keyset_dear(keyset_word.id - 400)");

    /** The same rows, and the planner thinks that they are nearly all. */
    private static final Condition PLENTY =
            DSL.condition("not (keyset_dear(521 - keyset_word.id) and keyset_dear(520 - keyset_word.id))");

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

    /** Letters of which two keys each have one and one has none; the planner thinks that very much is to be sorted. */
    @Test
    void readAlongIndexesPagesAreThoseOfASortedListInBothDirections() {
        Along valueByValue = new Along(DSL.field("keyset_word.letter", Integer.class), List.of());
        assertThat(Estimate.of(db, DSL.select(ID).from(joined()).where(PLENTY).limit(1))
                        .rows())
                .isGreaterThan(20_000);
        Along fromOneOfTwo =
                new Along(null, List.of(letterIf("keyset_word.id % 3 = 0"), letterIf("keyset_word.id % 3 > 0")));
        for (Along along : List.of(valueByValue, fromOneOfTwo))
            for (boolean descending : new boolean[] {false, true}) turned(along, descending);
    }

    private static Along.Way letterIf(String which) {
        return new Along.Way(
                DSL.field("case when " + which + " then keyset_letter.letter end", String.class), DSL.noCondition());
    }

    private void turned(Along along, boolean descending) {
        PageRequest request = PageRequest.first("letter", descending, 70);
        for (int page = 0; page < 7; page++) {
            Page<Long> sorted = page(PLENTY, request);
            Page<Long> read = page(along, request);
            assertThat(read.rows()).as("%s %s", along, request).isEqualTo(sorted.rows());
            assertThat(read.next()).isEqualTo(sorted.next());
            assertThat(read.previous()).isEqualTo(sorted.previous());
            assertThat(sorted.next().isPresent()).isEqualTo(page < 6);
            if (page < 6)
                request = PageRequest.first("letter", descending, 70)
                        .at(sorted.next().orElseThrow());
        }
        for (int page = 0; page < 6; page++) {
            request = PageRequest.first("letter", descending, 70)
                    .at(page(PLENTY, request).previous().orElseThrow());
            assertThat(page(along, request).rows())
                    .as("%s %s", along, request)
                    .isEqualTo(page(PLENTY, request).rows());
        }
        PageRequest gone = PageRequest.first("letter", descending, 70)
                .at(new Cursor(descending ? "Z" : "z", 1, Cursor.Direction.AFTER));
        assertThat(page(along, gone).rows())
                .as("behind a value that nothing has any more")
                .isEqualTo(page(PLENTY, gone).rows());
    }

    private Page<Long> page(Along along, PageRequest request) {
        return new Keyset(db, joined(), PLENTY, LETTER, ID, request)
                .along(along)
                .fetch(List.of(ID), r -> r.get(ID), id -> id);
    }

    /** Each condition is met by every so manieth row, so that the first rows have many, hardly or not enough of them. */
    @Test
    void pagesFoundAmongTheFirstRowsAreThoseOfAllInBothDirections() {
        for (Field<?> sort : List.of(
                DSL.field("keyset_word.letter", SQLDataType.INTEGER.notNull()),
                DSL.field("nullif(keyset_word.letter, 0)", SQLDataType.INTEGER)))
            for (int every : List.of(1, 30, 58, 60, 61, 150))
                turnedAmongTheFirst(sort, ID.mod(every).eq(0L));
    }

    private void turnedAmongTheFirst(Field<?> sort, Condition where) {
        for (boolean descending : List.of(false, true)) {
            PageRequest request = PageRequest.first("letter", descending, 50);
            for (int turns = 0; turns < 3; turns++) {
                Page<Long> plain = paged(where, sort, request, null);
                Page<Long> page = paged(where, sort, request, where);
                assertThat(page.rows()).as("%s %s", where, request).isEqualTo(plain.rows());
                assertThat(page.next()).isEqualTo(plain.next());
                assertThat(page.previous()).isEqualTo(plain.previous());
                request = PageRequest.first("letter", descending, 50)
                        .at(
                                turns < 2
                                        ? plain.next().orElseThrow()
                                        : plain.previous().orElseThrow());
            }
        }
    }

    @Test
    void aFullPageAmongTheFirstRowsIsEnoughAndALackingOneIsNot() {
        PageRequest request = PageRequest.first("id", false, 50);
        Field<Long> id = DSL.field("keyset_word.id", SQLDataType.BIGINT.notNull());
        Condition none = DSL.falseCondition();
        assertThat(paged(none, id, request, ID.le(51L)).rows()).hasSize(50);
        assertThat(paged(none, id, request, ID.le(10L).or(ID.gt(19_950L))).rows())
                .as("some among the first, the rest further on")
                .hasSize(50);
        assertThat(paged(none, id, request, ID.gt(19_000L)).rows())
                .as("none among the first")
                .isEmpty();
        assertThat(paged(ID.gt(29_000L), id, request, ID.le(50L)).rows())
                .as("too few")
                .hasSize(50)
                .first()
                .isEqualTo(29_001L);
    }

    /** What the planner would guess of an unknown condition is far from it. */
    @Test
    void howManyAreMetIsSaidByTheFirstRowsOrCountedWhereTheyAreFew() {
        PageRequest request = PageRequest.first("id", false, 50);
        Field<Long> id = DSL.field("keyset_word.id", SQLDataType.BIGINT.notNull());
        Condition third = ID.mod(3).eq(0L);
        assertThat(paged(third, id, request, third))
                .returns(10_000L, Page::count)
                .returns(false, Page::countEstimated);
        Condition most = ID.mod(30).ne(0L);
        Page<Long> many = paged(most, id, request, most);
        assertThat(many.countEstimated()).isTrue();
        assertThat(many.count()).isBetween(28_000L, 30_000L);
        Condition rare = DSL.condition("keyset_dear(keyset_word.id - 29900)").and(ID.gt(29_000L));
        assertThat(paged(rare, id, request, rare)).returns(960L, Page::count).returns(false, Page::countEstimated);
        Condition few = third.and(ID.le(1_000L));
        assertThat(paged(few, id, request.at(new Cursor("3", 3, Cursor.Direction.AFTER)), few))
                .returns(false, Page::countEstimated);
    }

    private Page<Long> paged(Condition where, Field<?> sort, PageRequest request, @Nullable Condition met) {
        Keyset all = new Keyset(db, WORDS, where, sort, ID, request);
        return (met == null ? all : all.met(met)).fetch(List.of(ID), r -> r.get(ID), id -> id);
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
