-- the weighted forecast and how good it was, for organisations that have the usual definitions already
insert into kpi.definition (code, version, position, formula, name_de, name_en, text_de, text_en, basis, date_de, date_en,
                            min_n, unit, direction, band_low, band_high, owner, state, valid_from)
select v.code, 1, k.position, v.formula, v.name_de, v.name_en, v.text_de, v.text_en, 'FLOW', v.date_de, v.date_en,
       30, v.unit, v.direction, v.band_low, v.band_high, v.owner, 'active', current_date
from (values
  ('K31', '{"total":"forecast.first","value":"amount"}',
   'Gewichtete Prognose', 'Weighted forecast',
   'Was am ersten Montag des Monats für ihn erwartet wurde: schon Gewonnenes, dazu jede offene Verkaufschance mit Abschluss in diesem Monat mal ihrer Chance aus der eigenen Geschichte. Eingefroren, niemand ändert sie nachträglich.',
   'What was expected of the month on its first Monday: what was won by then, and each open deal expected to close in it times its chance from the own history. Frozen, nobody changes it afterwards.',
   'erster Montag des Monats', 'first Monday of the month', 'MONEY', 'HIGHER', null::numeric, null::numeric, 'sales'),
  ('K32', '{"minus":[{"number":1},{"divide":[{"apart":[{"kpi":"K31"},{"kpi":"K03"}]},{"kpi":"K03"}]}]}',
   'Prognosegüte', 'Forecast accuracy',
   'Eins minus den Abstand der Prognose vom Auftragseingang, geteilt durch den Auftragseingang. Ohne eingefrorene Prognose oder ohne Auftragseingang nicht definiert; unter null, wenn sie um mehr als das Ganze danebenlag.',
   'One minus how far the forecast was from bookings, divided by bookings. Undefined without a frozen forecast or without bookings; below zero where it was off by more than all of them.',
   'erster Montag des Monats; Datum des Abschlusses', 'first Monday of the month; date won', 'PERCENT', 'HIGHER', null::numeric, null::numeric, 'controlling'),
  ('K32b', '{"divide":[{"minus":[{"kpi":"K31"},{"kpi":"K03"}]},{"kpi":"K03"}]}',
   'Prognoseabweichung', 'Forecast bias',
   'Prognose minus Auftragseingang, geteilt durch den Auftragseingang: über null war sie zu hoffnungsvoll, unter null zu vorsichtig.',
   'Forecast minus bookings, divided by bookings: above zero it was too hopeful, below zero too careful.',
   'erster Montag des Monats; Datum des Abschlusses', 'first Monday of the month; date won', 'PERCENT', 'BAND', -0.1, 0.1, 'controlling')
) v(code, formula, name_de, name_en, text_de, text_en, date_de, date_en, unit, direction, band_low, band_high, owner)
join kpi.definition k on k.code = 'K33' and k.state = 'active'
where not exists (select from kpi.definition d where d.code = v.code);
