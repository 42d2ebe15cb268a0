-- who lets which system hear of what; secrets stay out by their names, deliveries have a log of their own
call audit.watch('webhooks.endpoint', 'webhook');
