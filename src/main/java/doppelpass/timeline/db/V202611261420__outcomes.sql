-- how calls end, beyond reached or not
alter table timeline.activity drop constraint activity_outcome_check;
alter table timeline.activity add constraint activity_outcome_check
  check (outcome in ('reached', 'not_reached', 'voicemail', 'call_back', 'wrong_number', 'planned', 'done'));
