package doppelpass.quality;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.database.Seeing;
import doppelpass.testing.DoppelpassTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts of very many records: shown at once as they were, and those of now soon after. */
@DoppelpassTest
class CountsTest {
    private static final Moment THEN = new Moment(Instant.parse("2026-06-02T08:00:00Z"), LocalDate.parse("2026-06-02"));
    private static final Moment NOW = new Moment(Instant.parse("2026-06-02T09:00:00Z"), LocalDate.parse("2026-06-02"));

    private final QualityTable table;
    private final Seeing seeing;
    private final DSLContext db;
    private final Check check;

    CountsTest(QualityTable table, Seeing seeing, DSLContext db, DataCare care) {
        this.table = table;
        this.seeing = seeing;
        this.db = db;
        this.check = care.check("contacts.unreachable");
    }

    @BeforeEach
    void oneUnreachable() {
        db.execute("truncate contacts.contact, quality.exemption cascade");
        add();
    }

    private void add() {
        db.execute("insert into contacts.contact (last_name, created_at) values ('Stumm', now())");
    }

    @Test
    void theLastCountIsShownUntilThatOfNowIsKnown() {
        Counts counts = new Counts(table, seeing, 1);
        assertThat(counts.of(check, THEN)).isEqualTo(new Counts.Counted(new QualityTable.Count(1, 1), null));
        add();
        Counts.Counted last = new Counts.Counted(new QualityTable.Count(1, 1), THEN.now());
        Counts.Counted next = new Counts.Counted(new QualityTable.Count(2, 2), NOW.now());
        assertThat(counts.of(check, NOW)).isIn(last, next);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(counts.of(check, NOW)).isEqualTo(next));
    }

    @Test
    void whatWasMendedIsCountedAnewAtOnce() {
        Counts counts = new Counts(table, seeing, 1);
        counts.now(check, THEN);
        db.execute("update contacts.contact set phone = '+49891'");
        counts.changed(check, NOW);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(counts.of(check, NOW).count()).isEqualTo(new QualityTable.Count(0, 1)));
    }

    @Test
    void fewAreAlwaysCounted() {
        Counts counts = new Counts(table, seeing, 3);
        for (int known = 1; known < 3; known++) {
            assertThat(counts.of(check, NOW)).isEqualTo(new Counts.Counted(new QualityTable.Count(known, known), null));
            add();
        }
    }
}
