package doppelpass.deals;

import doppelpass.database.Seeing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The usual stay in each stage, the same for every reader. It is reckoned from all steps of two years: where those are many,
 * it may be a minute old.
 */
@Component
class UsualStays {
    static final int MANY = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final PaceTable table;
    private final Seeing seeing;
    private final JsonMapper json;
    private final Clock clock;
    private volatile Kept kept = new Kept(System.nanoTime(), Optional.empty());

    UsualStays(PaceTable table, Seeing seeing, JsonMapper json, Clock clock) {
        this.table = table;
        this.seeing = seeing;
        this.json = json;
        this.clock = clock;
    }

    /** {@code stays} is empty while there are few steps: then they are reckoned whenever somebody asks. */
    private record Kept(long until, Optional<Map<Long, Duration>> stays) {}

    /** The median stay per stage, for stages that have one. */
    Map<Long, Duration> medians() {
        return many().orElseGet(() -> seeing.everything(() -> table.medianStays(clock.instant())));
    }

    /** Seconds by stage as a JSON object, for a query over deals. */
    Field<JSONB> seconds() {
        return many().<Field<JSONB>>map(stays -> DSL.val(JSONB.valueOf(written(stays))))
                .orElseGet(() -> PaceTable.seconds(clock.instant()));
    }

    private String written(Map<Long, Duration> stays) {
        var seconds = json.createObjectNode();
        stays.forEach((stage, stay) -> seconds.put(stage.toString(), stay.toSeconds()));
        return seconds.toString();
    }

    private Optional<Map<Long, Duration>> many() {
        Kept known = kept;
        if (System.nanoTime() - known.until() < 0) return known.stays();
        Instant now = clock.instant();
        Optional<Map<Long, Duration>> stays =
                seeing.everything(() -> table.steps() < MANY ? Optional.empty() : Optional.of(table.medianStays(now)));
        kept = new Kept(System.nanoTime() + KEPT.toNanos(), stays);
        return stays;
    }
}
