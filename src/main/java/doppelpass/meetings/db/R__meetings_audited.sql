-- what was agreed and who was there; votes stay out, they are secret
call audit.watch('meetings.series', 'series', hidden => 'uid, sequence');
call audit.watch('meetings.participant', 'series', 'r.series_id');
call audit.watch('meetings.meeting', 'meeting', hidden => 'sequence, item_id, item_at, collected_at, reminded_at');
call audit.watch('meetings.item', 'meeting', 'r.meeting_id', 'position, code, facts, tone, score');
call audit.watch('meetings.outcome', 'meeting', 'r.meeting_id');
call audit.watch('meetings.action', 'action', hidden => 'reminded_on');
call audit.watch('meetings.confirmation', 'meeting', 'r.meeting_id');
call audit.watch('meetings.correction', 'meeting', 'r.meeting_id');
call audit.watch('meetings.attendance', 'meeting', 'r.meeting_id');
