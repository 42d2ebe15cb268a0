create schema work;

-- a job is taken by moving it to running with a lease; a worker that dies lets the lease run out and the job is taken again
create table work.job (
  id          bigint generated always as identity primary key,
  kind        text not null,
  payload     text not null,
  state       text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  attempts    int not null default 0,
  due_at      timestamptz not null,
  lease_until timestamptz,
  worker      text,
  units_done  bigint not null default 0,
  units_total bigint,
  cancel      boolean not null default false,
  error       text,
  created_at  timestamptz not null,
  finished_at timestamptz
);
create index job_due on work.job (due_at, id) where state = 'waiting';
create index job_running on work.job (lease_until) where state = 'running';
create index job_shown on work.job (id desc) where state in ('waiting', 'running', 'failed');

-- when a job that comes back by itself is put into the queue next
create table work.recurring (
  kind    text primary key,
  next_at timestamptz not null
);
