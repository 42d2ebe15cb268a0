create schema contacts;
create extension if not exists pg_trgm;

create table contacts.company (
  id            bigint generated always as identity primary key,
  name          text not null check (length(name) between 1 and 300),
  domain        text,
  website       text,
  phone         text,
  industry      text,
  employees     int check (employees >= 0),
  street        text,
  postcode      text,
  city          text,
  country       text,
  vat_id        text,
  fit           text not null default 'unknown' check (fit in ('A', 'B', 'C', 'D', 'unknown')),
  parent_id     bigint references contacts.company,
  owner_id      bigint references identity.person,
  note          text,
  created_at    timestamptz not null,
  recorded_at   timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  import_id     bigint,
  source_system text,
  source_id     text
);
create unique index company_source on contacts.company (source_system, source_id) where source_id is not null;
create index company_name on contacts.company (lower(name), id);
create index company_created on contacts.company (created_at, id);
create index company_import on contacts.company (import_id) where import_id is not null;
create index company_search on contacts.company using gin (lower(name) gin_trgm_ops);

create table contacts.contact (
  id            bigint generated always as identity primary key,
  company_id    bigint references contacts.company,
  company_text  text,
  first_name    text not null default '',
  last_name     text not null default '',
  mail          text check (mail = lower(mail)),
  phone         text,
  mobile        text,
  job_title     text,
  country       text,
  source        text,
  lawful_basis  text check (lawful_basis in ('consent', 'contract', 'legitimate_interest', 'legal_duty')),
  may_mail      text not null default 'unknown' check (may_mail in ('yes', 'no', 'unknown')),
  may_call      text not null default 'unknown' check (may_call in ('yes', 'no', 'unknown')),
  owner_id      bigint references identity.person,
  note          text,
  created_at    timestamptz not null,
  recorded_at   timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  import_id     bigint,
  source_system text,
  source_id     text,
  check (first_name <> '' or last_name <> '' or mail is not null)
);
create unique index contact_source on contacts.contact (source_system, source_id) where source_id is not null;
create index contact_mail on contacts.contact (mail) where mail is not null;
create index contact_name on contacts.contact (lower(last_name), id);
create index contact_created on contacts.contact (created_at, id);
create index contact_company on contacts.contact (company_id);
create index contact_import on contacts.contact (import_id) where import_id is not null;
create index contact_search on contacts.contact
  using gin (lower(first_name || ' ' || last_name || ' ' || coalesce(mail, '')) gin_trgm_ops);
