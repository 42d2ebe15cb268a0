create schema gates;

-- what the gate of a stage asks
create table gates.rule (
  id        bigint generated always as identity primary key,
  stage_id  bigint not null unique references deals.stage on delete cascade,
  framework text check (framework in ('BANT', 'CHAMP', 'MEDDICC')),
  at_least  int not null default 0 check (at_least between 0 and 7),
  must      text[] not null default '{}',
  facts     text[] not null default '{}'
);

create table gates.answer (
  id          bigint generated always as identity primary key,
  deal_id     bigint not null references deals.deal on delete cascade,
  item        text not null,
  value       text not null check (value in ('yes', 'no', 'unknown')),
  note        text check (length(note) <= 1000),
  activity_id bigint references timeline.activity on delete set null,
  person_id   bigint references identity.person,
  answered_at timestamptz not null,
  unique (deal_id, item)
);
create index answer_activity on gates.answer (activity_id);

-- leadership let a deal through; append-only
create table gates.passage (
  id        bigint generated always as identity primary key,
  deal_id   bigint not null references deals.deal on delete cascade,
  stage_id  bigint not null references deals.stage,
  reason    text not null check (length(reason) between 5 and 1000),
  person_id bigint not null references identity.person,
  passed_at timestamptz not null
);
create index passage_deal on gates.passage (deal_id, stage_id);
create index passage_stage on gates.passage (stage_id);

comment on constraint answer_deal_id_fkey on gates.answer is 'goes with it';
comment on constraint passage_deal_id_fkey on gates.passage is 'goes with it';
