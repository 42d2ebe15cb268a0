-- who may get in and by what; keys and secrets stay out by their names, and that something was used is no change
call audit.watch('signin.access_rule', 'access_rule');
call audit.watch('signin.provider', 'provider');
call audit.watch('signin.provider_account', 'person', 'r.person_id', hidden => 'subject');
call audit.watch('signin.authenticator', 'person', 'r.person_id', hidden => 'last_step');
call audit.watch('signin.recovery_code', 'person', 'r.person_id');
call audit.watch('signin.passkey', 'person', 'r.person_id', hidden => 'credential, public_key, attestation, client_data, sign_count, transports, user_verified, backup_eligible, backed_up, last_used_at');
