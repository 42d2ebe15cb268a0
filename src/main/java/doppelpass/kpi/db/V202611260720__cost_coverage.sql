-- which KPI says how much of the facts a figure can count on, such as revenue whose cost of sales is known
alter table kpi.definition add column coverage text;

-- a missing cost of sales is not a cost of zero: the ratio is that of revenue whose cost is known, signed anew
insert into kpi.definition (code, version, position, formula, name_de, name_en, text_de, text_en, basis, date_de, date_en,
                            min_n, unit, direction, owner, state, valid_from, coverage)
select 'K04b', 1, position,
       '{"divide":[{"sum":"revenue","value":"amount","where":{"status":["posted"],"cost":["known"]}},{"kpi":"K02"}]}',
       'Abdeckung der Umsatzkosten', 'Cost of sales coverage',
       'Anteil des Nettoumsatzes, zu dem die Umsatzkosten bekannt sind. Was fehlt, zählt nicht als null.',
       'Share of net revenue whose cost of sales is known. What is missing does not count as zero.',
       basis, date_de, date_en, min_n, 'PERCENT', 'HIGHER', 'controlling', 'active', current_date, null
from kpi.definition where code = 'K04' and state = 'active';

create temporary table changed_ratio on commit drop as
select * from kpi.definition where code = 'K04' and state = 'active'
  and formula = '{"divide":[{"minus":[{"kpi":"K02"},{"sum":"revenue","value":"cost","where":{"status":["posted"]}}]},{"kpi":"K02"}]}';
update kpi.definition set state = 'retired', valid_to = current_date where id in (select id from changed_ratio);
insert into kpi.definition (code, version, position, formula, name_de, name_en, text_de, text_en, basis, date_de, date_en,
                            maturity_days, min_n, unit, direction, owner, state, valid_from)
select code, version + 1, position,
       '{"divide":[{"minus":[{"sum":"revenue","value":"amount","where":{"status":["posted"],"cost":["known"]}},{"sum":"revenue","value":"cost","where":{"status":["posted"]}}]},{"sum":"revenue","value":"amount","where":{"status":["posted"],"cost":["known"]}}]}',
       name_de, name_en,
       'Nettoumsatz minus Umsatzkosten, geteilt durch den Nettoumsatz, nur über Umsatz, zu dem die Umsatzkosten bekannt sind. Sie sinkt durch Rabatte ebenso wie durch den Produktmix.',
       'Net revenue minus cost of sales, divided by net revenue, only over revenue whose cost of sales is known. Discounts lower it, and so does the product mix.',
       basis, date_de, date_en, maturity_days, min_n, unit, direction, owner, 'active', current_date
from changed_ratio;

update kpi.definition set coverage = 'K04b' where code in ('K01', 'K04') and state = 'active';
update kpi.definition
set text_de = text_de || ' Wo Umsatzkosten fehlen, sind keine abgezogen: dann ist er eine Obergrenze.',
    text_en = text_en || ' Where cost of sales is missing, none is deducted: it is an upper bound then.'
where code = 'K01' and state = 'active';
