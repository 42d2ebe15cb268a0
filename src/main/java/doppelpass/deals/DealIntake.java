package doppelpass.deals;

import static doppelpass.database.IntakeField.choice;
import static doppelpass.database.IntakeField.link;
import static doppelpass.database.IntakeField.text;

import doppelpass.campaigns.Channel;
import doppelpass.database.Intake;
import doppelpass.database.IntakeBatch;
import doppelpass.database.IntakeField;
import doppelpass.database.IntakeField.Type;
import doppelpass.leads.LeadIntake;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Deals from files: their stages become a pipeline of the source's name, their past becomes events. */
@Component
class DealIntake implements Intake {
    private static final String MOVED =
            " from {s} s join deals.deal d on d.id = s.record_id where d.stage_id <> s.stage_id";

    private static final List<String> LOSSES =
            Arrays.stream(LossReason.values()).map(LossReason::code).toList();

    private final LeadIntake leads;
    private final DSLContext db;

    DealIntake(LeadIntake leads, DSLContext db) {
        this.leads = leads;
        this.db = db;
    }

    @Override
    public String object() {
        return "deal";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String table() {
        return "deals.deal";
    }

    @Override
    public String keys() {
        return "deals.deal_key";
    }

    @Override
    public String recorded() {
        return "recorded_at";
    }

    @Override
    public List<IntakeField> fields() {
        return List.of(
                text("name", 300).must(),
                text("stage", 100).must().staged(),
                text("pipeline", 100).staged(),
                IntakeField.of("amount", Type.MONEY).staged(),
                choice("type", "new", "expansion", "renewal")
                        .said("deals.type.")
                        .staged(),
                text("source", 200).staged(),
                choice("channel", Channel.codes().toArray(String[]::new))
                        .said("timeline.channel.")
                        .staged(),
                link("company", "company"),
                link("contact", "contact").staged(),
                link("lead", "lead"),
                link("campaign", "campaign"),
                link("owner", "person"),
                IntakeField.of("closing", Type.TIME).staged(),
                IntakeField.of("expected", Type.DATE).into("expected_close"),
                IntakeField.of("closed", Type.TIME).into("closed_at"),
                text("loss_reason", 300).said("deals.loss.", LOSSES),
                text("next_step", 300),
                IntakeField.of("next_step_on", Type.DATE),
                IntakeField.of("created_at", Type.TIME).staged());
    }

    @Override
    public Map<String, String> scratch() {
        return Map.of(
                "stage_id", "bigint",
                "kind", "text",
                "opened_at", "timestamptz",
                "closed_at", "timestamptz",
                "expected_on", "date");
    }

    @Override
    public Map<String, String> derived() {
        return Map.of(
                "stage_id", "s.stage_id",
                "contact_id", "s.contact_id",
                "amount_minor", "coalesce(s.amount, 0)",
                "type", "coalesce(s.type, 'new')",
                "source", "coalesce(s.source, '')",
                "channel", "coalesce(s.channel, 'other')",
                "expected_close", "s.expected_on",
                "closed_at", "s.closed_at");
    }

    @Override
    public Map<String, String> initial() {
        return Map.of("created_at", "s.opened_at", "stage_since", "coalesce(s.closed_at, s.opened_at)");
    }

    @Override
    public Map<String, String> contradictions() {
        return Map.of("amount", "s.amount < 0");
    }

    /** What a deal must have depends on its stage. */
    @Override
    public void recognise(IntakeBatch batch) {
        batch.execute("""
                update {s} s set pipeline = p.name from deals.deal t join deals.stage x on x.id = t.stage_id
                join deals.pipeline p on p.id = x.pipeline_id where t.id = s.record_id and s.own and s.pipeline is null""");
        addStages(batch);
        batch.execute("""
                update {s} s set stage_id = t.id, kind = t.kind, opened_at = coalesce(s.created_at, {now})
                from deals.stage t join deals.pipeline p on p.id = t.pipeline_id
                where p.name = coalesce(s.pipeline, {system}) and lower(t.name) = lower(s.stage)""");
    }

    @Override
    public void prepare(IntakeBatch batch) {
        DealEnds.set(batch);
        batch.execute("""
                update {s} s set contact_id = l.contact_id from leads.lead_card l where l.id = s.lead_id and s.contact_id is null""");
        batch.execute("""
                insert into deals.event (deal_id, kind, stage_id, amount_minor, occurred_at, recorded_at, import_id)
                select d.id, case s.kind when 'open' then 'stage' else s.kind end, s.stage_id, coalesce(s.amount, d.amount_minor),
                  coalesce(s.closed_at, {now}), {now}, {import}
                from {s} s join deals.deal d on d.id = s.record_id where d.stage_id <> s.stage_id""");
        batch.keep("deals.deal", "select d.id" + MOVED);
        batch.execute("update deals.deal set stage_since = {now} where id in (select d.id" + MOVED + ")");
    }

    /** A pipeline needs an end for good and for bad deals, even where the file has none yet. */
    private static void addStages(IntakeBatch batch) {
        batch.execute("""
                insert into deals.pipeline (name, position, import_id)
                select n.name, coalesce((select max(position) from deals.pipeline), 0) + 1, {import}
                from (select distinct coalesce(pipeline, {system}) as name from {s}) n on conflict (name) do nothing""");
        batch.execute("""
                insert into deals.stage (pipeline_id, name, position, kind, probability, import_id)
                select p.id, n.name, n.place + coalesce((select max(position) from deals.stage t where t.pipeline_id = p.id), 0),
                  n.kind, case n.kind when 'won' then 100 when 'lost' then 0 else least(90, 10 * n.place) end, {import}
                from (select pipeline, stage as name, kind, row_number() over (partition by pipeline order by rank, first) as place
                  from (select coalesce(pipeline, {system}) as pipeline, min(stage) as stage, min(row_no) as first,
                    case when lower(stage) ~ '(won|gewonnen)' then 'won' when lower(stage) ~ '(lost|verloren)' then 'lost'
                      else 'open' end as kind,
                    case when lower(stage) ~ '(won|gewonnen)' then 8 when lower(stage) ~ '(lost|verloren)' then 9
                      when lower(stage) ~ '(prospe|qualifi)' then 1 when lower(stage) ~ '(need|analy|bedarf)' then 2
                      when lower(stage) ~ '(demo|initial|erst)' then 3 when lower(stage) ~ '(propos|quote|angebot)' then 4
                      when lower(stage) ~ '(negot|verhand)' then 5 else 6 end as rank
                    from {s} group by coalesce(pipeline, {system}), lower(stage)) g) n
                join deals.pipeline p on p.name = n.pipeline
                where not exists (select from deals.stage t where t.pipeline_id = p.id and lower(t.name) = lower(n.name))""");
        batch.execute("""
                insert into deals.stage (pipeline_id, name, position, kind, probability, import_id)
                select p.id, e.name, 100, e.kind, e.probability, {import}
                from deals.pipeline p cross join (values ('Won', 'won', 100), ('Lost', 'lost', 0)) e (name, kind, probability)
                where p.import_id = {import} and not exists (
                  select from deals.stage t where t.pipeline_id = p.id and t.kind = e.kind)
                on conflict do nothing""");
    }

    @Override
    public void follow(IntakeBatch batch) {
        batch.execute("""
                insert into deals.event (deal_id, kind, stage_id, amount_minor, occurred_at, recorded_at, import_id)
                select s.record_id, 'created', s.stage_id, coalesce(s.amount, 0), s.opened_at, {now}, {import}
                from {s} s where s.change = 'inserted'""");
        batch.execute("""
                insert into deals.event (deal_id, kind, stage_id, amount_minor, reason, occurred_at, recorded_at, import_id)
                select s.record_id, s.kind, s.stage_id, coalesce(s.amount, 0), s.loss_reason, s.closed_at, {now}, {import}
                from {s} s where s.change = 'inserted' and s.kind in ('won', 'lost')""");
        leads.advance(batch);
    }

    @Override
    public void undo(long importId) {
        db.execute("delete from deals.event where import_id = ?", importId);
    }

    /** Once the deals themselves are gone. */
    @Override
    public void undone(long importId) {
        db.execute("""
                delete from deals.stage t where import_id = ?
                and not exists (select from deals.deal d where d.stage_id = t.id)""", importId);
        db.execute("""
                delete from deals.pipeline p where import_id = ?
                and not exists (select from deals.stage t where t.pipeline_id = p.id)""", importId);
    }
}
