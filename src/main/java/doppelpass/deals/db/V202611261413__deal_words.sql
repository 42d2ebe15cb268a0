create index deal_words on deals.deal using gin (search.words(name || ' ' || coalesce(next_step, '')));
call search.watch('deals.deal', 'name');
