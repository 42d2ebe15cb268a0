-- what neighbours may join: what our people did, how it went, with whom
create or replace view timeline.activity_card as
select id, kind, direction, outcome, subject as title, contact_id, company_id, lead_id, deal_id, person_id, occurred_at,
       note, duration_seconds, search.words(subject || ' ' || coalesce(note, '')) as words, fields,
       duration_seconds / 60 as minutes, coalesce(outcome, '') not in ('planned', 'cancelled') as happened,
       'd' || id || '-' || (extract(epoch from created_at) * 1000000)::bigint as record_key
from timeline.activity where replaced_at is null;
