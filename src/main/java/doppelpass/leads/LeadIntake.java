package doppelpass.leads;

import static doppelpass.database.IntakeField.choice;
import static doppelpass.database.IntakeField.link;
import static doppelpass.database.IntakeField.text;

import doppelpass.campaigns.Channel;
import doppelpass.contacts.ContactIntake;
import doppelpass.core.TeamFunction;
import doppelpass.database.Intake;
import doppelpass.database.IntakeBatch;
import doppelpass.database.IntakeField;
import doppelpass.database.IntakeField.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Leads from files: the person of the row becomes a contact, the row itself an episode with its entries. */
@Component
public class LeadIntake implements Intake {
    private static final String[] STATES =
            Arrays.stream(LeadState.values()).map(LeadState::name).toArray(String[]::new);

    /** Who may hold a lead in which state: {@code 'NEW marketing'}. */
    private static final String HOLDERS = Arrays.stream(LeadState.values())
            .filter(state -> state.owner() != LeadState.Owner.BOTH)
            .flatMap(state -> Arrays.stream(TeamFunction.values())
                    .filter(state.owner()::includes)
                    .map(function -> "'" + state + " " + function.code() + "'"))
            .collect(Collectors.joining(", "));

    private final ContactIntake contacts;
    private final DSLContext db;

    LeadIntake(ContactIntake contacts, DSLContext db) {
        this.contacts = contacts;
        this.db = db;
    }

    @Override
    public String object() {
        return "lead";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String table() {
        return "leads.lead";
    }

    @Override
    public String keys() {
        return "leads.lead_key";
    }

    @Override
    public String recorded() {
        return "recorded_at";
    }

    @Override
    public List<IntakeField> fields() {
        return List.of(
                text("first_name", 200).staged(),
                text("last_name", 200).staged(),
                IntakeField.of("mail", Type.MAIL).staged(),
                text("phone", 100).staged(),
                text("mobile", 100).staged(),
                text("job_title", 200).staged(),
                text("country", 100).staged(),
                text("company_text", 300).staged(),
                link("contact", "contact"),
                link("company", "company"),
                link("campaign", "campaign"),
                text("source", 200).staged(),
                choice("channel", Channel.codes().toArray(String[]::new))
                        .said("leads.channel.")
                        .staged(),
                text("product_line", 200).staged(),
                choice("hand_raise", LeadForm.WISHES.toArray(String[]::new)).said("leads.handRaise."),
                choice("state", STATES).said("leads.state.").staged(),
                IntakeField.of("converted", Type.FLAG).staged(),
                link("owner", "person").staged(),
                IntakeField.of("created_at", Type.TIME).staged());
    }

    @Override
    public Map<String, String> derived() {
        return Map.of("source", "coalesce(s.source, '')", "channel", "coalesce(s.channel, 'other')");
    }

    @Override
    public Map<String, String> initial() {
        return Map.of(
                "state", "case when s.converted then 'NEW' else coalesce(s.state, 'NEW') end",
                "state_since", "coalesce(s.created_at, {now})",
                "created_at", "coalesce(s.created_at, {now})");
    }

    @Override
    public Map<String, String> scratch() {
        return Map.of("holders_team", "bigint");
    }

    @Override
    public Map<String, String> careful() {
        return Map.of(
                "product_line", "coalesce(s.product_line, 'general')",
                "owner_id", "s.owner_id",
                "team_id", "s.holders_team");
    }

    /** A lead moves and changes hands by the rules of its life, not by files. */
    @Override
    public Map<String, String> contradictions() {
        return Map.of(
                "name", "s.own is null and coalesce(s.first_name, s.last_name, s.mail, s.contact) is null",
                "state",
                        "case when s.own then exists (select from leads.lead t where t.id = s.record_id and t.state <> s.state)"
                                + " else s.state not in ('NEW', 'OPEN', 'NURTURE', 'DISQUALIFIED') end",
                "owner",
                        "s.own and exists (select from leads.lead t join identity.person p on p.id = s.owner_id"
                                + " where t.id = s.record_id and t.owner_id is distinct from s.owner_id"
                                + " and (t.state || ' ' || p.function) not in (" + HOLDERS + "))");
    }

    /** A list shows the contact's company, which is not always the lead's. */
    @Override
    public void repeated(IntakeBatch batch) {
        batch.execute("""
                update {s} s set company_id = t.company_id, company = null
                from leads.lead t join contacts.contact_card c on c.id = t.contact_id
                where t.id = s.record_id and s.own and lower(coalesce(s.company, '')) = lower(coalesce(c.company_name, ''))""");
    }

    /** What a row of a file from here leaves open stays as it is. */
    @Override
    public void prepare(IntakeBatch batch) {
        batch.execute("""
                update {s} s set contact_id = coalesce(s.contact_id, t.contact_id), owner_id = coalesce(s.owner_id, t.owner_id),
                  product_line = coalesce(s.product_line, t.product_line),
                  holders_team = case when coalesce(s.owner_id, t.owner_id) is not distinct from t.owner_id then t.team_id
                    else (select p.team_id from identity.person p where p.id = s.owner_id) end
                from leads.lead t where t.id = s.record_id and s.own""");
        contacts.meet(batch);
    }

    @Override
    public void follow(IntakeBatch batch) {
        batch.execute("""
                insert into leads.entry (lead_id, cycle, state, reason, automatic, occurred_at, recorded_at, import_id)
                select l.id, 1, 'NEW', 'import', true, l.created_at, {now}, {import}
                from {s} s join leads.lead l on l.id = s.record_id where s.change = 'inserted'""");
        batch.execute("""
                insert into leads.entry (lead_id, cycle, state, previous, reason, automatic, occurred_at, recorded_at, import_id)
                select l.id, 1, l.state, 'NEW', 'import', true, l.state_since, {now}, {import}
                from {s} s join leads.lead l on l.id = s.record_id where s.change = 'inserted' and l.state <> 'NEW'""");
    }

    /**
     * Leads that a batch of deals shows to have gone further: from the staged {@code lead_id}, {@code opened_at},
     * {@code closed_at} and {@code kind} (open, won, lost). Only episodes that came from a file themselves and have not
     * been worked on since are moved; times are the deal's, even where that is before the lead.
     */
    public void advance(IntakeBatch batch) {
        String moved = """
                select l.id, d.opened_at, d.closed_at, d.kind from leads.lead l join (
                  select distinct on (lead_id) lead_id, opened_at, closed_at, kind from {s}
                  where lead_id is not null order by lead_id, opened_at, row_no) d on d.lead_id = l.id
                where l.import_id is not null and l.state in ('NEW', 'OPEN', 'NURTURE', 'DISQUALIFIED', 'OPPORTUNITY')
                  and not exists (select from leads.handover h where h.lead_id = l.id)
                  and (l.state <> 'OPPORTUNITY' or d.kind <> 'open')""";
        batch.keep("leads.lead", "select m.id from (" + moved + ") m");
        batch.execute("""
                insert into leads.entry (lead_id, cycle, state, previous, reason, automatic, occurred_at, recorded_at, import_id)
                select m.id, 1, v.state, v.previous, 'import', true, m.opened_at, {now}, {import}
                from (%s) m cross join (values (1, 'MQL', 'NEW'), (2, 'SAL', 'MQL'), (3, 'SQL', 'SAL'),
                  (4, 'OPPORTUNITY', 'SQL')) v (step, state, previous)
                where not exists (select from leads.entry e where e.lead_id = m.id and e.state = v.state)
                order by m.id, v.step""".formatted(moved));
        batch.execute("""
                insert into leads.entry (lead_id, cycle, state, previous, reason, automatic, occurred_at, recorded_at, import_id)
                select m.id, 1, upper(m.kind), 'OPPORTUNITY', 'import', true, m.closed_at, {now}, {import}
                from (%s) m where m.kind in ('won', 'lost')""".formatted(moved));
        batch.execute("""
                update leads.lead l set updated_at = {now}, state_since = coalesce(m.closed_at, m.opened_at),
                  state = case m.kind when 'won' then 'WON' when 'lost' then 'LOST' else 'OPPORTUNITY' end
                from (%s) m where m.id = l.id""".formatted(moved));
    }

    @Override
    public void undo(long importId) {
        db.execute("delete from leads.entry where import_id = ?", importId);
    }
}
