create schema lists;

-- what somebody wants to see again: the address of a list under a name
create table lists.view (
  id         bigint generated always as identity primary key,
  list       text not null check (length(list) between 1 and 60),
  name       text not null check (length(name) between 1 and 80),
  scope      text not null check (scope in ('private', 'team', 'everyone')),
  owner_id   bigint not null references identity.person,
  team_id    bigint references identity.team,
  address    text not null check (length(address) <= 8000),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (scope <> 'team' or team_id is not null)
);
create index view_of on lists.view (list, lower(name));
