-- which file lay on which record; what is in a file is not noted
call audit.watch('files.file', 'r.kind', 'r.record_id', 'with_record');
call audit.watch('files.setting', 'files');
