-- every change of a campaign and of a cost
call audit.watch('campaigns.campaign', 'campaign');
call audit.watch('campaigns.cost', 'cost');
