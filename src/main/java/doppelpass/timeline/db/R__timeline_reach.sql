-- everything a row names must be seen: a company that is open does not open what was said about one of its people
call reach.follow('timeline.touchpoint', '{contact touchpoint.contact_id} and {company touchpoint.company_id} and '
  '{lead touchpoint.lead_id} and {deal touchpoint.deal_id}');
call reach.follow('timeline.activity', 'activity.person_id = {me} or ({contact activity.contact_id} and {company activity.company_id} and '
  '{lead activity.lead_id} and {deal activity.deal_id})');
