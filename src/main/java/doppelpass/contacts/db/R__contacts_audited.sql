-- every change of a person or a company is noted
call audit.watch('contacts.contact', 'contact');
call audit.watch('contacts.company', 'company');
