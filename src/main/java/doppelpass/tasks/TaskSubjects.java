package doppelpass.tasks;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.tasks.Tables.TASK_CARD;

import doppelpass.rules.Subject;
import doppelpass.rules.SubjectPlug;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** What rules may say about tasks: {@code deal.tasks.exists(t, !t.done && t.due_on < today)}. */
@Component
class TaskSubjects implements SubjectPlug {
    private static final Map<String, Field<Long>> RECORDS = Map.of(
            "contact", TASK_CARD.CONTACT_ID,
            "company", TASK_CARD.COMPANY_ID,
            "lead", TASK_CARD.LEAD_ID,
            "deal", TASK_CARD.DEAL_ID,
            "campaign", TASK_CARD.CAMPAIGN_ID);
    private static final List<String> ORDER = List.of("contact", "company", "lead", "deal", "campaign");

    @Override
    public List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        subjects.add(task());
        ORDER.forEach(
                kind -> subjects.add(Subject.extending(kind, "tasks." + kind).many("tasks", "task", key(kind))));
        return subjects;
    }

    private static Subject task() {
        Subject task = Subject.of("task", "tasks.rule", TASK_CARD, TASK_CARD.ID)
                .field("title", TASK_CARD.TITLE)
                .field("done", TASK_CARD.DONE)
                .choice("state", TASK_CARD.STATE, "tasks.state", Task.State.CODES)
                .choice("priority", TASK_CARD.PRIORITY, "tasks.priority", Priority.CODES)
                .field("due_on", TASK_CARD.DUE_ON)
                .named("assignee", TASK_CARD.ASSIGNEE_ID, PERSON_CARD.ID, PERSON_CARD.NAME)
                .named("given_by", TASK_CARD.GIVEN_BY, PERSON_CARD.ID, PERSON_CARD.NAME)
                .field("created_at", TASK_CARD.CREATED_AT)
                .field("closed_at", TASK_CARD.CLOSED_AT);
        for (String kind : ORDER) task = task.one(kind, kind, key(kind));
        return task;
    }

    private static Field<Long> key(String kind) {
        return java.util.Objects.requireNonNull(RECORDS.get(kind));
    }
}
