-- the leads of a company, for rules about either and for the review after its profile changed
create index lead_company on leads.lead (company_id);
