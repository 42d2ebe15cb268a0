-- every change of who works here; passwords, tokens and sessions stay out by their names
call audit.watch('identity.person', 'person');
call audit.watch('identity.team', 'team');
call audit.watch('identity.organisation', 'organisation');
