-- beside each session of somebody: how it began and where it came from
create table identity.session_note (
  id         bigint generated always as identity primary key,
  session_id char(36) not null unique references identity.spring_session (primary_id) on delete cascade,
  person_id  bigint not null references identity.person on delete cascade,
  door       text not null check (door in ('password', 'code', 'provider', 'passkey')),
  agent      text not null,
  address    text not null,
  begun_at   timestamptz not null
);
create index session_note_person on identity.session_note (person_id);
comment on table identity.session_note is 'transient: people sign in again after a restore';
