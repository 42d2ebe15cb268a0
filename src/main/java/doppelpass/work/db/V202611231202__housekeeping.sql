comment on table work.job is 'housekeeping: a new installation puts its first jobs here by itself';
comment on table work.recurring is 'housekeeping: a new installation plans its recurring jobs by itself';
