-- calls, meetings and what else people wrote down, what they said of it aside; touchpoints are facts of other systems
call audit.watch('timeline.activity', 'activity', hidden => 'note, replaced_by, restored_at, handed_by');
