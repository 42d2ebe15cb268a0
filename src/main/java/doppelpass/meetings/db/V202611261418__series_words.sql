call search.watch('meetings.series', 'name');
