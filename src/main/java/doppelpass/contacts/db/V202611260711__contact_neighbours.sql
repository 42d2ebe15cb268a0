-- lists of neighbours: sorted by the name that contact_card shows, searched by a company that is only a text
create index contact_full_name on contacts.contact (lower(trim(first_name || ' ' || last_name)), id);
create index contact_company_text on contacts.contact
  using gin (lower(case when company_id is null then company_text end) gin_trgm_ops);
