create schema meetings;

-- times of a series are the wall clock of the organisation's zone, so that 09:00 stays 09:00 over the summer-time switch
create table meetings.series (
  id              bigint generated always as identity primary key,
  uid             text not null unique,
  name            text not null,
  rule            text not null,
  start_at        timestamp not null,
  minutes         int not null check (minutes between 15 and 480),
  host_id         bigint not null references identity.person,
  first_moderator text not null check (first_moderator in ('marketing', 'sales')),
  skip_holidays   boolean not null default true,
  sequence        int not null default 0,
  ended_at        timestamptz,
  created_at      timestamptz not null
);

create table meetings.participant (
  series_id bigint not null references meetings.series on delete cascade,
  person_id bigint not null references identity.person on delete cascade,
  primary key (series_id, person_id)
);
create index participant_person on meetings.participant (person_id);

create table meetings.meeting (
  id           bigint generated always as identity primary key,
  series_id    bigint not null references meetings.series,
  original_at  timestamp not null,
  starts_at    timestamptz not null,
  minutes      int not null,
  state        text not null default 'planned' check (state in
    ('planned', 'published', 'running', 'drafted', 'confirmed', 'cancelled')),
  sequence     int not null default 0,
  moderator    text not null check (moderator in ('marketing', 'sales')),
  item_id      bigint,
  collected_at timestamptz,
  published_at timestamptz,
  reminded_at  timestamptz,
  opened_at    timestamptz,
  item_at      timestamptz,
  closed_at    timestamptz,
  reason       text not null default '',
  unique (series_id, original_at) deferrable initially deferred
);
create index meeting_starts on meetings.meeting (starts_at);
create index meeting_state on meetings.meeting (state, starts_at);

-- texts are message keys with arguments, so that everybody reads them in their own language
create table meetings.item (
  id          bigint generated always as identity primary key,
  meeting_id  bigint not null references meetings.meeting on delete cascade,
  position    int not null,
  code        text not null,
  subject     text not null,
  title       jsonb not null,
  remark      jsonb not null,
  facts       jsonb not null default '[]',
  tone        text not null default 'muted' check (tone in ('good', 'bad', 'watch', 'muted')),
  owner       text not null default 'both',
  url         text not null default '',
  minutes     int not null check (minutes between 1 and 120),
  score       double precision not null default 0,
  postponed   int not null default 0,
  state       text not null default 'open' check (state in ('open', 'dropped', 'postponed')),
  curated     boolean not null default false,
  reason      text not null default '',
  proposed_by bigint references identity.person,
  unique (meeting_id, subject)
);
create index item_subject on meetings.item (subject, state);

create table meetings.action (
  id          bigint generated always as identity primary key,
  meeting_id  bigint references meetings.meeting,
  text        text not null,
  owner_id    bigint not null references identity.person,
  due_on      date not null,
  kpi         text not null default '',
  effect      text not null default '',
  done_at     timestamptz,
  result      text not null default '',
  reminded_on date,
  created_by  bigint references identity.person,
  created_at  timestamptz not null
);
create index action_owner on meetings.action (owner_id, due_on) where done_at is null;
create index action_due on meetings.action (due_on, id);

create table meetings.outcome (
  id          bigint generated always as identity primary key,
  meeting_id  bigint not null references meetings.meeting,
  item_id     bigint not null references meetings.item,
  kind        text not null check (kind in ('info', 'decision', 'action', 'parked')),
  text        text not null,
  decider_id  bigint references identity.person,
  valid_from  date,
  action_id   bigint references meetings.action,
  recorded_by bigint references identity.person,
  recorded_at timestamptz not null,
  check ((kind = 'action') = (action_id is not null)),
  check (kind <> 'decision' or (decider_id is not null and valid_from is not null))
);
create index outcome_meeting on meetings.outcome (meeting_id, id);

-- confirmed minutes stay as they are; what was wrong is said in a correction
create function meetings.minutes_stay() returns trigger language plpgsql as $$
begin
  if exists (select from meetings.meeting
             where id = coalesce(new.meeting_id, old.meeting_id) and state = 'confirmed') then
    raise exception 'Confirmed minutes do not change; append a correction' using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger minutes_stay before insert or update or delete on meetings.outcome
  for each row execute function meetings.minutes_stay();

create table meetings.confirmation (
  meeting_id   bigint not null references meetings.meeting,
  function     text not null check (function in ('marketing', 'sales')),
  person_id    bigint not null references identity.person,
  confirmed_at timestamptz not null,
  primary key (meeting_id, function)
);

create table meetings.correction (
  id          bigint generated always as identity primary key,
  meeting_id  bigint not null references meetings.meeting,
  text        text not null,
  person_id   bigint not null references identity.person,
  recorded_at timestamptz not null
);
create index correction_meeting on meetings.correction (meeting_id, id);

create table meetings.attendance (
  meeting_id bigint not null references meetings.meeting on delete cascade,
  person_id  bigint not null references identity.person on delete cascade,
  primary key (meeting_id, person_id)
);

-- was the meeting worth its time: who voted and how are kept apart
create table meetings.vote (
  meeting_id bigint not null references meetings.meeting on delete cascade,
  score      int not null check (score between 1 and 5),
  votes      int not null check (votes > 0),
  primary key (meeting_id, score)
);
create table meetings.voter (
  meeting_id bigint not null references meetings.meeting on delete cascade,
  person_id  bigint not null references identity.person on delete cascade,
  primary key (meeting_id, person_id)
);

create table meetings.feed (
  person_id  bigint primary key references identity.person on delete cascade,
  token_hash text not null unique,
  created_at timestamptz not null
);
