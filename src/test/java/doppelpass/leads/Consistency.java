package doppelpass.leads;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What must hold for every lead whatever happens, asked of the database itself; each finding is a sentence. */
@Component
public class Consistency {
    private final DSLContext db;

    Consistency(DSLContext db) {
        this.db = db;
    }

    public List<String> findings() {
        return db.fetch("""
                with last as (
                  select distinct on (lead_id) lead_id, state, cycle, occurred_at from leads.entry
                  where replaced_at is null order by lead_id, id desc)
                select 'lead ' || l.id || ' is ' || l.state || ' but last entered ' || coalesce(e.state, 'nothing')
                from leads.lead l left join last e on e.lead_id = l.id
                where e.state is distinct from l.state or e.cycle <> l.cycle or e.occurred_at <> l.state_since
                union all
                select 'lead ' || l.id || ' is ' || l.state || ' without an owner' from leads.lead l
                where l.state in ('SAL', 'SQL', 'OPPORTUNITY') and l.owner_id is null
                union all
                select 'lead ' || l.id || ' is ' || l.state || ' without an accepted pass in cycle ' || l.cycle
                from leads.lead l where l.state in ('SAL', 'SQL', 'OPPORTUNITY') and not exists (
                  select from leads.handover h where h.lead_id = l.id and h.cycle = l.cycle and h.kind = 'mql'
                    and h.outcome = 'accepted' and h.decided_by is not null)
                union all
                select 'lead ' || h.lead_id || ' was accepted ' || count(*) || ' times in cycle ' || h.cycle
                from leads.handover h where h.kind = 'mql' and h.outcome = 'accepted'
                group by h.lead_id, h.cycle having count(*) > 1
                union all
                select 'lead ' || e.lead_id || ' entered SAL ' || count(*) || ' times in cycle ' || e.cycle
                from leads.entry e where e.state = 'SAL' and e.replaced_at is null
                group by e.lead_id, e.cycle having count(*) > 1
                union all
                select 'lead ' || h.lead_id || ' has ' || count(*) || ' open passes' from leads.handover h
                where h.outcome is null and h.kind in ('mql', 'rework', 'recycle')
                group by h.lead_id having count(*) > 1
                union all
                select 'lead ' || l.id || ' is ' || l.state || ' with the open pass ' || coalesce(h.kind, 'none')
                from leads.lead l left join leads.handover h on h.lead_id = l.id and h.outcome is null
                  and h.kind in ('mql', 'rework', 'recycle')
                where coalesce(h.kind, '') <> case l.state when 'MQL' then 'mql' when 'REWORK' then 'rework' else '' end
                  and not (l.state = 'RECYCLED' and h.kind = 'recycle')
                union all
                select 'lead ' || e.lead_id || ' came to ' || e.state || ' from ' || e.previous || ', not ' || e.before
                from (select *, lag(state) over (partition by lead_id order by id) as before from leads.entry) e
                where e.previous is distinct from e.before
                union all
                select 'pass ' || h.id || ' is ' || h.outcome || ' without saying so in its protocol'
                from leads.handover h where h.outcome is not null and 1 <> (
                  select count(*) from leads.handover_event v where v.handover_id = h.id and v.kind = h.outcome)
                """).into(String.class);
    }
}
