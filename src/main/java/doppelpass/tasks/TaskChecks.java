package doppelpass.tasks;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.tasks.Tables.TASK;

import doppelpass.core.TeamFunction;
import doppelpass.quality.Check;
import doppelpass.quality.Checks;
import doppelpass.quality.Kind;
import doppelpass.quality.Moment;
import doppelpass.quality.Offending;
import doppelpass.quality.Severity;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** What data care looks for among open tasks about records; one about none is nobody's business but its own people's. */
@Component
class TaskChecks implements Checks {
    private static final int LATE_DAYS = 30;
    private static final Table<?> TASKS =
            TASK.join(PERSON_CARD).on(PERSON_CARD.ID.eq(TASK.ASSIGNEE_ID), TASK.KIND.isNotNull());

    @Override
    public List<Check> checks() {
        return List.of(
                Check.of(
                        "tasks.late",
                        Kind.STALE,
                        Severity.LOW,
                        TeamFunction.SALES,
                        "/tasks/",
                        List.of("due", "state"),
                        TaskChecks::late),
                Check.of(
                        "tasks.orphaned",
                        Kind.CONTRADICTORY,
                        Severity.HIGH,
                        TeamFunction.LEADERSHIP,
                        "/tasks/",
                        List.of("assignee", "state"),
                        moment -> offending(PERSON_CARD.ACTIVE.isFalse())));
    }

    private static Offending late(Moment moment) {
        return offending(TASK.DUE_ON.lt(moment.today().minusDays(LATE_DAYS)));
    }

    private static Offending offending(Condition wrong) {
        return new Offending(
                TASKS, TASK.STATE.eq("open"), wrong, TASK.ID, TASK.TITLE, List.of(PERSON_CARD.NAME, TASK.DUE_ON));
    }
}
