-- which fields there are, and what can be chosen in them
call audit.watch('fields.field', 'field');
call audit.watch('fields.choice', 'field', 'r.field_id');
