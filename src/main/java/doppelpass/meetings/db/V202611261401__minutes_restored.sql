-- an archive with confirmed minutes loads: its rows were right when they were written
comment on function meetings.minutes_stay() is 'silent while restoring: the minutes were written before they were confirmed';
