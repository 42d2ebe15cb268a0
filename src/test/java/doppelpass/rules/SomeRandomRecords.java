package doppelpass.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random records out of few values, so that rules hit and miss: missing values, empty lists, times on the boundary. */
final class SomeRandomRecords {
    static final Instant NOW = Instant.parse("2026-06-15T10:00:00.123456Z");
    private final Random random;
    private final boolean complete;

    /** Complete records have no missing values, no U+FFFD and no decimal 0. */
    SomeRandomRecords(Random random, boolean complete) {
        this.random = random;
        this.complete = complete;
    }

    SomeRecords make(int leads) {
        SomeRecords records = new SomeRecords();
        for (long id = 1; id <= 6; id++) company(records, id);
        for (long id = 1; id <= 15; id++) contact(records, id);
        for (long id = 1; id <= leads; id++) lead(records, id);
        for (long id = 1; id <= 2L * leads; id++) touchpoint(records, id, 1 + random.nextInt(leads));
        for (long id = 1; id <= 25; id++) deal(records, id);
        return records;
    }

    private void company(SomeRecords records, long id) {
        records.with("company", id, "name", text(), "employees", maybe(this::number), "revenue", maybe(this::decimal));
    }

    private void contact(SomeRecords records, long id) {
        records.with(
                "contact",
                id,
                "company_id",
                maybe(() -> 1L + random.nextInt(6)),
                "country",
                maybe(this::text),
                "email",
                text(),
                "opted",
                maybe(random::nextBoolean),
                "topics",
                maybe(this::texts));
    }

    private void lead(SomeRecords records, long id) {
        records.with(
                "lead",
                id,
                "contact_id",
                maybe(() -> 1L + random.nextInt(15)),
                "fit",
                number(),
                "intent",
                maybe(this::number),
                "budget",
                maybe(this::decimal),
                "price",
                decimal(),
                "source",
                maybe(this::text),
                "name",
                text(),
                "hot",
                maybe(random::nextBoolean),
                "open",
                random.nextBoolean(),
                "created_at",
                time(),
                "touched_at",
                maybe(this::time),
                "due",
                maybe(this::day),
                "start",
                day(),
                "tags",
                maybe(this::texts),
                "codes",
                texts());
    }

    private void touchpoint(SomeRecords records, long id, long lead) {
        records.with(
                "touchpoint",
                id,
                "lead_id",
                lead,
                "kind",
                text(),
                "channel",
                maybe(this::text),
                "at",
                time(),
                "points",
                maybe(this::number),
                "labels",
                maybe(this::texts));
    }

    private void deal(SomeRecords records, long id) {
        records.with(
                "deal",
                id,
                "contact_id",
                1L + random.nextInt(15),
                "amount",
                decimal(),
                "won",
                maybe(random::nextBoolean),
                "closed",
                maybe(this::day));
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return !complete && random.nextInt(3) == 0 ? null : value.get();
    }

    private int number() {
        return random.nextInt(7) - 2;
    }

    private BigDecimal decimal() {
        int quarters = random.nextInt(17) - 8;
        return BigDecimal.valueOf(complete && quarters == 0 ? 1 : quarters).multiply(new BigDecimal("0.25"));
    }

    private String text() {
        return SomeRules.TEXTS.get(random.nextInt(SomeRules.TEXTS.size() - (complete ? 1 : 0)));
    }

    private @Nullable String[] texts() {
        @Nullable String[] texts = new @Nullable String[random.nextInt(4)];
        for (int i = 0; i < texts.length; i++) texts[i] = maybe(this::text);
        return texts;
    }

    private Instant time() {
        Instant exact = NOW.minus(Duration.ofDays(new int[] {0, 1, 30, 90, -1}[random.nextInt(5)]));
        return switch (random.nextInt(5)) {
            case 0 -> exact;
            case 1 -> exact.plus(1, ChronoUnit.MICROS);
            case 2 -> exact.minus(1, ChronoUnit.MICROS);
            case 3 -> Instant.parse("2026-03-29T00:59:59.5Z").plusSeconds(random.nextInt(2));
            default -> Instant.parse("2026-06-14T21:59:59Z").plusSeconds(random.nextInt(3));
        };
    }

    private LocalDate day() {
        return LocalDate.of(2026, 6, 12).plusDays(random.nextInt(6));
    }
}
