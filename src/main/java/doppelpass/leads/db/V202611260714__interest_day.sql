-- the day as of which all stored scores of interest stand: everything that shows a score uses it, so that they agree
create table leads.interest_day (
  one boolean primary key default true check (one),
  day date not null
);
insert into leads.interest_day (day) select current_date where exists (select from identity.organisation);
