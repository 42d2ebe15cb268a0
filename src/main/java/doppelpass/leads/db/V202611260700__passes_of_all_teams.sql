-- passes beside those of leads: a won customer to service, signals to sales, references and wishes for content to marketing;
-- a deal is a reference without a foreign key, as deals stand downstream
alter table leads.handover alter column lead_id drop not null;
alter table leads.handover add column contact_id bigint references contacts.contact on delete cascade;
alter table leads.handover add column company_id bigint references contacts.company on delete cascade;
alter table leads.handover add column deal_id bigint;
alter table leads.handover add column message text;
alter table leads.handover add column pooled_at timestamptz;
alter table leads.handover add column no_capacity_at timestamptz;
alter table leads.handover drop constraint handover_kind_check;
alter table leads.handover add constraint handover_kind_check
  check (kind in ('mql', 'rework', 'recycle', 'onboarding', 'expansion', 'churn', 'reference', 'content'));
alter table leads.handover add constraint handover_subject_check
  check (case when kind in ('mql', 'rework', 'recycle') then lead_id is not null
         else num_nonnulls(lead_id, contact_id, company_id, deal_id) > 0 end);
create index handover_contact on leads.handover (contact_id) where contact_id is not null;
create index handover_company on leads.handover (company_id) where company_id is not null;
create index handover_deal on leads.handover (deal_id) where deal_id is not null;

-- a lead has one open pass that moves it, and a win is handed on once
drop index leads.handover_one_open;
create unique index handover_one_open on leads.handover (lead_id)
  where outcome is null and kind in ('mql', 'rework', 'recycle');
create unique index handover_one_onboarding on leads.handover (deal_id) where outcome is null and kind = 'onboarding';

alter table leads.handover_event drop constraint handover_event_kind_check;
alter table leads.handover_event add constraint handover_event_kind_check
  check (kind in ('offered', 'reminded', 'escalated', 'breached', 'agenda', 'query', 'answer', 'paused', 'resumed',
         'accepted', 'returned', 'rerouted', 'withdrawn', 'responded', 'pooled', 'no_capacity'));

-- the promises of these passes; an installation without any gets all of them when it is founded
alter table leads.promise drop constraint promise_code_check;
alter table leads.promise add constraint promise_code_check check (code in ('S1', 'S2', 'M5', 'M7', 'V2', 'V3'));
insert into leads.promise (code, hand_raise, version, amount, unit, valid_from)
select v.code, false, 1, 2, 'BUSINESS_DAYS', now()
from (values ('M7'), ('V2'), ('V3')) as v (code) where exists (select from leads.promise);
