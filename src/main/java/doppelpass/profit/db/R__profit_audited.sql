-- every change of what controlling posts
call audit.watch('profit.revenue', 'revenue');
