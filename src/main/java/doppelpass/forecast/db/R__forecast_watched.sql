-- what figures of the forecast depend on beside deals; what is expected in no month is part of none
call kpi.watch('forecast.snapshot', 'forecast.snapshot', 'due_at');
call kpi.watch('forecast.entry', 'forecast.entry', 'coalesce(month::timestamptz, now())');
call kpi.watch_attributes('identity.organisation', 'identity.organisation.zone', 'zone');
