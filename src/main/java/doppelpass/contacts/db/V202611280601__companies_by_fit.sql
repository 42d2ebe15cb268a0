-- companies, their people and leads in the order of how well they fit; companies by what else lists show of them
create index company_fit_order on contacts.company (fit, id);
create index company_industry_order on contacts.company (lower(industry), id);
create index company_city_order on contacts.company (lower(city), id);
create index company_employees_order on contacts.company (employees, id);
