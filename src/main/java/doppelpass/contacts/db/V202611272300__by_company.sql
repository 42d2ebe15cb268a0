-- contacts whose company is only a name, in the order of these names; those of a company are found by its own
create index contact_company_order on contacts.contact (lower(case when company_id is null then company_text end), id)
  where lower(case when company_id is null then company_text end) is not null;
