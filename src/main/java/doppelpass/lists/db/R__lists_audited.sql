-- views, because others work with them
call audit.watch('lists.view', 'view');
