call reach.follow('news.item', 'item.page is not null and item.person_id = {me} or '
  'item.kind is not null and {any item.kind item.record_id}');
