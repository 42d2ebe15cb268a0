create schema tasks;
create extension if not exists pg_trgm;

-- days and times are the wall clock of the organisation's zone, so that 09:00 stays 09:00 over the summer-time switch;
-- the record is a reference without foreign key: kind is what rules call it
create table tasks.task (
  id          bigint generated always as identity primary key,
  title       text not null check (length(title) between 1 and 300),
  note        text not null default '' check (length(note) <= 20000),
  due_on      date,
  due_time    time,
  priority    text not null default 'normal' check (priority in ('high', 'normal', 'low')),
  state       text not null default 'open' check (state in ('open', 'done', 'dropped')),
  assignee_id bigint not null references identity.person,
  given_by    bigint references identity.person,
  kind        text,
  record_id   bigint,
  remind_at   timestamp,
  remind_mail boolean not null default false,
  reminded_at timestamptz,
  noticed_at  timestamptz,
  rule        text,
  starts_on   date,
  occurs_on   date,
  series_id   bigint references tasks.task,
  created_by  bigint not null references identity.person,
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  closed_at   timestamptz,
  closed_by   bigint references identity.person,
  check ((kind is null) = (record_id is null)),
  check (due_time is null or due_on is not null),
  check (rule is null or (due_on is not null and starts_on is not null and occurs_on is not null)),
  check ((state = 'open') = (closed_at is null))
);
create index task_assignee on tasks.task (assignee_id, due_on) where state = 'open';
create index task_closed on tasks.task (assignee_id, closed_at) where state = 'done';
create index task_record on tasks.task (kind, record_id, state, due_on);
create index task_due on tasks.task (due_on, id);
create index task_remind on tasks.task (remind_at) where state = 'open' and reminded_at is null and remind_at is not null;
create index task_series on tasks.task (series_id, occurs_on) where series_id is not null;
create index task_search on tasks.task using gin (lower(title || ' ' || note) gin_trgm_ops);
