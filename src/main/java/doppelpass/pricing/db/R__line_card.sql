-- what lists and rules read of lines
create or replace view pricing.line_card as
select l.id, l.deal_id, l.product_id, l.text, l.unit, l.quantity, l.price_minor, l.net_minor, l.total_cost_minor,
       l.net_minor - l.total_cost_minor as margin_minor, p.name as product, p.line as product_line
from pricing.line l left join deals.product_card p on p.id = l.product_id;
