package doppelpass.forecast;

import static doppelpassdb.deals.Tables.DEAL_CARD;
import static doppelpassdb.deals.Tables.STAGE_CARD;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** How deals went, as it was known at a moment: cohorts for {@link Chance}, open deals, what was won. */
@Component
class HistoryTable {
    /** What was known at {@code {0}}: recorded by then, not replaced yet. */
    private static final String STEPS = """
            with step as (
              select c.deal_id, c.kind, c.stage_id, c.stage_kind, c.pipeline_id, c.occurred_at,
                lead(c.occurred_at) over (partition by c.deal_id order by c.occurred_at, c.id) as left_at,
                row_number() over latest as back, first_value(c.kind) over latest as last_kind,
                first_value(c.occurred_at) over latest as last_at
              from deals.course c
              where c.kind in ('created', 'stage', 'won', 'lost', 'reopened') and c.occurred_at <= {0} and c.recorded_at <= {0}
                and (c.replaced_at is null or c.replaced_at > {0})
              window latest as (partition by c.deal_id order by c.occurred_at desc, c.id desc)
            )""";

    private static final String COHORTS = STEPS + """
            , stay as (
              select stage_id, deal_id, last_kind = 'won' as won, last_at as closed_at, min(occurred_at) as entered_at,
                max(floor(extract(epoch from left_at - occurred_at) / 86400)) as longest
              from step
              where stage_kind = 'open' and left_at is not null and last_kind in ('won', 'lost')
                and last_at > {0} - make_interval(days => {1})
              group by stage_id, deal_id, last_kind, last_at
            ), mature as (
              select stage_id, percentile_disc(0.9) within group (
                order by floor(extract(epoch from closed_at - entered_at) / 86400)) as days
              from stay group by stage_id
            )
            select s.stage_id, b.from_day, count(*)::int as n, (count(*) filter (where s.won))::int as wins
            from stay s join mature m on m.stage_id = s.stage_id
            join unnest({2}::int[]) b(from_day) on b.from_day <= s.longest
            where floor(extract(epoch from {0} - s.entered_at) / 86400) >= m.days
            group by s.stage_id, b.from_day""";

    private static final String OPEN = STEPS + """
            select s.deal_id, s.stage_id, s.pipeline_id, floor(extract(epoch from {0} - s.occurred_at) / 86400)::bigint as age,
              (select c.amount_minor from deals.course c where c.deal_id = s.deal_id and c.occurred_at <= {0}
                 and c.recorded_at <= {0} order by c.occurred_at desc, c.id desc limit 1) as amount_minor,
              d.expected_close, d.owner_id, d.team_id
            from step s join deals.deal_card d on d.id = s.deal_id
            where s.back = 1 and s.stage_kind = 'open' order by s.deal_id""";

    private static final String WON = """
            select date_trunc('month', c.occurred_at at time zone {1})::date as month, sum(c.amount_minor)::bigint as won
            from deals.course c
            where c.kind = 'won' and c.occurred_at <= {0} and c.recorded_at <= {0} and (c.replaced_at is null or c.replaced_at > {0})
            group by 1 order by 1 desc limit 240""";

    private final DSLContext db;

    HistoryTable(DSLContext db) {
        this.db = db;
    }

    /** For every open stage and band, as counted at this moment. */
    List<Chance> chances(Instant at) {
        record Count(int n, int wins) {}
        Map<Long, Map<Integer, Count>> counts = new HashMap<>();
        Integer[] bands = Chance.BANDS.toArray(Integer[]::new);
        for (Record r : db.fetch(COHORTS, time(at), DSL.val(Chance.WINDOW_DAYS), DSL.val(bands)))
            counts.computeIfAbsent(r.get("stage_id", Long.class), stage -> new HashMap<>())
                    .put(
                            r.get("from_day", Integer.class),
                            new Count(r.get("n", Integer.class), r.get("wins", Integer.class)));
        List<Chance> chances = new ArrayList<>();
        db.select(STAGE_CARD.ID, STAGE_CARD.PROBABILITY)
                .from(STAGE_CARD)
                .where(STAGE_CARD.KIND.eq("open"))
                .orderBy(STAGE_CARD.PIPELINE_ID, STAGE_CARD.POSITION)
                .limit(500)
                .forEach(stage -> {
                    Map<Integer, Count> own = counts.getOrDefault(stage.value1(), Map.of());
                    Count none = new Count(0, 0);
                    Count all = own.getOrDefault(0, none);
                    BigDecimal p0 = Chance.p0(all.n(), all.wins(), stage.value2());
                    for (int band : Chance.BANDS) {
                        Count count = own.getOrDefault(band, none);
                        chances.add(Chance.of(stage.value1(), band, count.n(), count.wins(), p0));
                    }
                });
        return chances;
    }

    List<OpenDeal> open(Instant at) {
        return db.fetch(OPEN, time(at))
                .map(r -> new OpenDeal(
                        r.get("deal_id", Long.class),
                        r.get("stage_id", Long.class),
                        r.get("pipeline_id", Long.class),
                        r.get("age", Long.class),
                        r.get("amount_minor", Long.class),
                        r.get("expected_close", LocalDate.class),
                        r.get("owner_id", Long.class),
                        r.get("team_id", Long.class)));
    }

    /** The same for this moment, from the deals themselves. */
    List<OpenDeal> openNow(Instant now) {
        return db.select(
                        DEAL_CARD.ID,
                        DEAL_CARD.STAGE_ID,
                        DEAL_CARD.PIPELINE_ID,
                        DEAL_CARD.STAGE_SINCE,
                        DEAL_CARD.AMOUNT_MINOR,
                        DEAL_CARD.EXPECTED_CLOSE,
                        DEAL_CARD.OWNER_ID,
                        DEAL_CARD.TEAM_ID)
                .from(DEAL_CARD)
                .where(DEAL_CARD.STATE.eq("open"))
                .fetch(r -> new OpenDeal(
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        Duration.between(r.value4(), now).toDays(),
                        r.value5(),
                        r.value6(),
                        r.value7(),
                        r.value8()));
    }

    /** What had been won in each month of this zone, by its first day. */
    Map<LocalDate, Long> won(Instant at, ZoneId zone) {
        return db.fetch(WON, time(at), DSL.inline(zone.getId())).stream()
                .collect(Collectors.toMap(r -> r.get("month", LocalDate.class), r -> r.get("won", Long.class)));
    }

    private static Field<OffsetDateTime> time(Instant at) {
        return DSL.val(at.atOffset(ZoneOffset.UTC));
    }
}
