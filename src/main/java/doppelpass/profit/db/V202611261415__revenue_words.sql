create index revenue_words on profit.revenue using gin (search.words(number || ' ' || coalesce(note, '')));
