create index campaign_words on campaigns.campaign using gin (search.words(name || ' ' || coalesce(goal, '')));
call search.watch('campaigns.campaign', 'name');
