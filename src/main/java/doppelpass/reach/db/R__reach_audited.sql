-- who sees how much, and what was opened to whom
call audit.watch('reach.extent', 'reach', '0');
call audit.watch('reach.share', 'r.kind', 'r.record_id');
call audit.watch('reach.field_right', 'reach', '0');
