call reach.follow('tasks.task', 'task.assignee_id = {me} or task.given_by = {me} or task.created_by = {me} or '
  'task.kind is not null and {any task.kind task.record_id}');
