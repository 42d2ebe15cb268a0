package doppelpass.kpi;

import doppelpass.core.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes leads, deals, hand-overs, costs and postings straight into the tables, recorded when the test says. */
@Component
public class SomeFacts {
    static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private final DSLContext db;

    SomeFacts(DSLContext db) {
        this.db = db;
    }

    static Instant at(String text) {
        return Instant.parse(text.length() == 10 ? text + "T10:00:00Z" : text);
    }

    static Period month(String month) {
        return Period.month(YearMonth.parse(month));
    }

    public void clear() {
        db.execute("truncate leads.lead, deals.deal, deals.stage, deals.pipeline, campaigns.cost, campaigns.campaign, "
                + "profit.revenue, contacts.contact, timeline.touchpoint, timeline.activity cascade");
    }

    public long campaign(String name, String type) {
        return id(
                "insert into campaigns.campaign (name, type, created_at) values ({0}, {1}, now()) returning id",
                name, type);
    }

    public long lead(Instant created, String source, @Nullable Long campaign) {
        long contact = id(
                "insert into contacts.contact (last_name, created_at) values ({0}, {1}) returning id",
                "Contact", created);
        return id(
                "insert into leads.lead (contact_id, state, source, campaign_id, created_at, state_since, recorded_at, import_id)"
                        + " values ({0}, 'NEW', {1}, {2}::bigint, {3}, {3}, {4}, 1) returning id",
                contact, source, campaign, created, RECORDED);
    }

    public long entry(long lead, String state, Instant at) {
        return entry(lead, state, at, RECORDED, null);
    }

    public long entry(long lead, String state, Instant at, Instant recorded, @Nullable Instant replaced) {
        return id(
                "insert into leads.entry (lead_id, cycle, state, occurred_at, recorded_at, replaced_at)"
                        + " values ({0}, 1, {1}, {2}, {3}, {4}::timestamptz) returning id",
                lead, state, at, recorded, replaced);
    }

    public long deal(Instant created, long minor, String source, @Nullable Long campaign, @Nullable Long lead) {
        long deal = id(
                "insert into deals.deal (name, stage_id, amount_minor, source, campaign_id, lead_id, created_at, stage_since)"
                        + " values ('Deal', {0}, {1}, {2}, {3}::bigint, {4}::bigint, {5}, {5}) returning id",
                stage(), minor, source, campaign, lead, created);
        event(deal, "created", minor, created, RECORDED, null);
        return deal;
    }

    public void event(long deal, String kind, long minor, Instant at) {
        event(deal, kind, minor, at, RECORDED, null);
    }

    public void event(long deal, String kind, long minor, Instant at, Instant recorded, @Nullable Instant replaced) {
        db.execute(
                "insert into deals.event (deal_id, kind, stage_id, amount_minor, occurred_at, recorded_at, replaced_at)"
                        + " values ({0}, {1}, {2}, {3}, {4}, {5}, {6}::timestamptz)",
                args(deal, kind, stage(), minor, at, recorded, replaced));
    }

    public void cost(String function, long minor, String from, String to, @Nullable Long campaign) {
        db.execute(
                "insert into campaigns.cost (function, amount_minor, from_day, to_day, campaign_id, recorded_at)"
                        + " values ({0}, {1}, {2}, {3}, {4}::bigint, {5})",
                args(function, minor, LocalDate.parse(from), LocalDate.parse(to), campaign, RECORDED));
    }

    public void revenue(long minor, @Nullable Long cost, String day, String status) {
        db.execute(
                "insert into profit.revenue (number, amount_minor, cost_minor, posted_on, status, recorded_at)"
                        + " values ('R', {0}, {1}::bigint, {2}, {3}, {4})",
                args(minor, cost, LocalDate.parse(day), status, RECORDED));
    }

    public void handover(long lead, Instant offered, Instant due, @Nullable String outcome, @Nullable Instant decided) {
        db.execute(
                "insert into leads.handover (lead_id, cycle, from_function, to_function, kind, trigger, offered_at, due_accept_at,"
                        + " outcome, decided_at, first_response_at, recorded_at)"
                        + " values ({0}, 1, 'marketing', 'sales', 'mql', 'rule', {1}, {2}, {3}::text, {4}::timestamptz,"
                        + " {4}::timestamptz, {5})",
                args(lead, offered, due, outcome, decided, RECORDED));
    }

    public void activity(long lead, Instant at) {
        db.execute(
                "insert into timeline.activity (kind, lead_id, occurred_at, recorded_at) values ('call', {0}, {1}, {2})",
                args(lead, at, RECORDED));
    }

    /** Something the lead's contact did. */
    public void touch(long lead, String kind, Instant at) {
        db.execute(
                "insert into timeline.touchpoint (kind, contact_id, lead_id, occurred_at, recorded_at)"
                        + " select {1}, contact_id, id, {2}, {3} from leads.lead where id = {0}",
                args(lead, kind, at, RECORDED));
    }

    private long stage() {
        List<Long> stages = db.fetch("select id from deals.stage limit 1").into(Long.class);
        if (!stages.isEmpty()) return stages.getFirst();
        long pipeline = id("insert into deals.pipeline (name, position) values ('P', 1) returning id");
        return id(
                "insert into deals.stage (pipeline_id, name, position, kind, probability) values ({0}, 'Open', 1, 'open', 50)"
                        + " returning id",
                pipeline);
    }

    private long id(String sql, @Nullable Object... values) {
        Object id = db.fetchValue(sql, args(values));
        return ((Number) java.util.Objects.requireNonNull(id)).longValue();
    }

    private static org.jooq.QueryPart[] args(@Nullable Object... values) {
        return java.util.Arrays.stream(values).map(org.jooq.impl.DSL::val).toArray(org.jooq.QueryPart[]::new);
    }

    static double number(@Nullable BigDecimal value) {
        return value == null ? Double.NaN : value.doubleValue();
    }
}
