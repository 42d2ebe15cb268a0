create index revenue_company on profit.revenue (company_id) where company_id is not null;
