-- lists are sorted by it too, also those without one
drop index contacts.contact_mail;
create index contact_mail on contacts.contact (mail, id);
