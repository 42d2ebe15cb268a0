call reach.follow('news.item', '{any item.kind item.record_id}');
