call audit.watch('erasure.erased', 'r.kind', 'r.record_id');
call reach.follow('erasure.erased', '{any erased.kind erased.record_id}');
