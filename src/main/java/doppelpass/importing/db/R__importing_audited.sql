-- who brought which file in and took it back; what it changed stands with the records
call audit.watch('importing.import', 'import', hidden => 'job_id');
call audit.watch('importing.mapping', 'mapping');
