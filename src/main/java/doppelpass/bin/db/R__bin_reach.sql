call reach.follow('bin.deleted', 'deleted.deleted_by = {me}');
