-- every change of the mail server; its password stays out
call audit.watch('mail.server', 'mail_server');
