-- a pass that waits shows its lead to the team it was played to; asked as the owner, who sees every pass
create or replace function leads.played_to_us() returns bigint[] language sql stable security definer
set search_path = pg_catalog as $$
  select coalesce(array_agg(lead_id), '{}') from leads.handover
  where outcome is null and to_function = current_setting('doppelpass.function')
    and (to_team_id is null or to_team_id = any (current_setting('doppelpass.team_teams')::bigint[]))
$$;
call reach.guard('leads.lead', 'lead', true, 'lead.id = any ((select leads.played_to_us())::bigint[])');
call reach.opens('contact', 'leads.lead', 'contact_id', 'lead');
call reach.opens('company', 'leads.lead', 'company_id', 'lead');
call reach.follow('leads.entry', '{lead entry.lead_id}');
call reach.follow('leads.handover', '{lead handover.lead_id}');
call reach.follow('leads.handover_event', 'exists (select from leads.handover h where h.id = handover_event.handover_id)');
-- where a lead came from is what attribution counts on: one may see it without being allowed to write it
call reach.field('lead', 'source', 'leads.lead', 'source', '''''');
call reach.field('lead', 'source', 'leads.lead', 'channel', '''other''');
call reach.alias('lead', 'channel', 'source');
