-- who gave which program which rights, and who took them back; the hash stays out by its name
call audit.watch('api.token', 'token');
