-- files know an activity again by this moment: when it became known that it happened moves once a plan is held
alter table timeline.activity add column created_at timestamptz not null default now();
