package doppelpass.audit;

import static doppelpassdb.audit.Tables.ENTRY;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Changes in the order of their numbers. */
@Component
class JournalTable {
    private static final List<String> ACTIONS = List.of("I", "U", "D");

    private final DSLContext db;

    JournalTable(DSLContext db) {
        this.db = db;
    }

    /** The newest number and what runs, as one snapshot sees both. */
    record Look(long newest, long running, long next) {}

    Look look() {
        return db.fetchSingle("""
                        select coalesce((select id from audit.entry order by id desc limit 1), 0),
                          pg_snapshot_xmin(now)::text::bigint, pg_snapshot_xmax(now)::text::bigint
                        from pg_current_snapshot() now""").map(r -> new Look(r.get(0, Long.class), r.get(1, Long.class), r.get(2, Long.class)));
    }

    List<Journal.Change> between(long after, long upTo, Collection<String> kinds, int most) {
        return db.selectFrom(ENTRY)
                .where(ENTRY.ID.gt(after))
                .and(ENTRY.ID.le(upTo))
                .and(ENTRY.KIND.in(kinds))
                .and(ENTRY.ACTION.in(ACTIONS))
                .and(ENTRY.RECORD_ID.isNotNull())
                .orderBy(ENTRY.ID)
                .limit(most)
                .fetch(r -> new Journal.Change(
                        r.getId(),
                        r.getAt(),
                        r.getKind(),
                        Objects.requireNonNull(r.getRecordId()),
                        r.getTab(),
                        r.getAction(),
                        r.getOrigin(),
                        r.getActorId()));
    }
}
