call audit.watch('quality.exemption', 'r.kind', 'r.record_id');
