package doppelpass.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageTest {
    private record Row(String value, long id) {}

    private static final Page.Key<Row> KEY = new Page.Key<>() {
        @Override
        public @Nullable String value(Row row) {
            return row.value();
        }

        @Override
        public long id(Row row) {
            return row.id();
        }
    };

    /** Every third value equal, so that only the id tells such rows apart. */
    private static final List<Row> TABLE =
            IntStream.range(0, 10).mapToObj(i -> new Row("v" + i / 3, 100 + i)).toList();

    @Test
    void walkingForwardsShowsEachRowOnceAndBackwardsTheSamePages() {
        List<List<Row>> forwards = new ArrayList<>();
        Page<Row> page = read(PageRequest.first("value", false, 4));
        assertThat(page.previous()).isEmpty();
        forwards.add(page.rows());
        while (page.next().isPresent()) {
            page = read(request().at(page.next().get()));
            forwards.add(page.rows());
        }
        assertThat(forwards).extracting(List::size).containsExactly(4, 4, 2);
        assertThat(forwards.stream().flatMap(List::stream)).containsExactlyElementsOf(TABLE);

        page = read(request().at(page.previous().orElseThrow()));
        assertThat(page.rows()).isEqualTo(forwards.get(1));
        assertThat(page.next()).isPresent();
        page = read(request().at(page.previous().orElseThrow()));
        assertThat(page.rows()).isEqualTo(forwards.get(0));
        assertThat(page.previous()).isEmpty();
    }

    @Test
    void anEmptyPageLeadsNowhere() {
        Page<Row> page = Page.of(request(), List.of(), KEY, 0, false);
        assertThat(page.rows()).isEmpty();
        assertThat(page.next()).isEmpty();
        assertThat(page.previous()).isEmpty();
    }

    @Test
    void rowsChangeTheirShapeAndThePageStays() {
        Page<Long> ids = read(request()).map(Row::id);
        assertThat(ids.rows()).containsExactly(100L, 101L, 102L, 103L);
        assertThat(ids.next()).contains(new Cursor("v1", 103, Cursor.Direction.AFTER));
        assertThat(ids.count()).isEqualTo(10);
        assertThat(ids.countEstimated()).isTrue();
    }

    @Test
    void aPageHasALimit() {
        assertThatThrownBy(() -> PageRequest.first("value", false, 201)).hasMessage("Page size 201 is not 1 to 200");
        assertThatThrownBy(() -> PageRequest.first("value", false, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(PageRequest.first("value", false, 200).fetch()).isEqualTo(201);
    }

    private static PageRequest request() {
        return PageRequest.first("value", false, 4);
    }

    /** What a query does: keyset condition, order, limit. */
    private static Page<Row> read(PageRequest request) {
        Comparator<Row> order = Comparator.comparing(Row::value).thenComparingLong(Row::id);
        Comparator<Row> reading = request.backwards() ? order.reversed() : order;
        Optional<Row> beside = request.cursor().map(cursor -> new Row(String.valueOf(cursor.value()), cursor.id()));
        List<Row> fetched = TABLE.stream()
                .filter(row -> beside.isEmpty() || reading.compare(row, beside.get()) > 0)
                .sorted(reading)
                .limit(request.fetch())
                .toList();
        return Page.of(request, fetched, KEY, TABLE.size(), true);
    }
}
