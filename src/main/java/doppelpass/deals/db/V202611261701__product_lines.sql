-- the product line, and what one of it is called
alter table deals.product add column line text;
alter table deals.product add column unit text check (length(unit) <= 20);
