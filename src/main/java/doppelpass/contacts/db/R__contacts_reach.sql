call reach.guard('contacts.company', 'company');
call reach.guard('contacts.contact', 'contact');
call reach.opens('company', 'contacts.contact', 'company_id', 'contact');
