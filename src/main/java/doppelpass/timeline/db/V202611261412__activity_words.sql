create index activity_words on timeline.activity using gin (search.words(subject || ' ' || coalesce(note, '')));
drop index timeline.activity_search;
call search.watch('timeline.activity', 'subject || '' '' || coalesce(note, '''')');
