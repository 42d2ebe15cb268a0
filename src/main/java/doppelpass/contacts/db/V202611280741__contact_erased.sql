-- whose data were erased for good: the row stays for what figures count
alter table contacts.contact add column erased_at timestamptz;
