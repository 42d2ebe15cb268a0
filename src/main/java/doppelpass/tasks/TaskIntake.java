package doppelpass.tasks;

import static doppelpass.database.IntakeField.choice;
import static doppelpass.database.IntakeField.link;
import static doppelpass.database.IntakeField.text;

import doppelpass.database.Intake;
import doppelpass.database.IntakeBatch;
import doppelpass.database.IntakeField;
import doppelpass.database.IntakeField.Type;
import doppelpass.identity.Organisations;
import doppelpass.timeline.TasksGiven;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tasks from files: somebody's, perhaps about a record; the closest to the close if a row names several. */
@Component
class TaskIntake implements Intake {
    static final String OBJECT = "task";

    private final GivenTable table;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;

    TaskIntake(GivenTable table, Organisations organisations, ApplicationEventPublisher events) {
        this.table = table;
        this.organisations = organisations;
        this.events = events;
    }

    @Override
    public String object() {
        return OBJECT;
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public String table() {
        return "tasks.task";
    }

    @Override
    public String keys() {
        return "tasks.task_key";
    }

    @Override
    public String recorded() {
        return "created_at";
    }

    @Override
    public List<IntakeField> fields() {
        return List.of(
                text("title", 300).must(),
                text("note", 20_000).staged(),
                IntakeField.of("due_on", Type.DATE).staged(),
                text("due_time", 5).staged(),
                choice("priority", Priority.CODES.toArray(String[]::new))
                        .said("tasks.priority.")
                        .staged(),
                choice("state", Task.State.CODES.toArray(String[]::new))
                        .said("tasks.state.")
                        .staged(),
                link("assignee", "person").must(),
                link("contact", "contact").staged(),
                link("company", "company").staged(),
                link("lead", "lead").staged(),
                link("deal", "deal").staged(),
                link("campaign", "campaign").staged(),
                IntakeField.of("created_at", Type.TIME).staged(),
                IntakeField.of("closed_at", Type.TIME).staged());
    }

    @Override
    public Map<String, String> scratch() {
        return Map.of(
                "becomes",
                "text",
                "ended_at",
                "timestamptz",
                "due",
                "date",
                "at_time",
                "time",
                "about",
                "text",
                "about_id",
                "bigint");
    }

    @Override
    public Map<String, String> derived() {
        return Map.of(
                "note", "coalesce(s.note, '')",
                "priority", "coalesce(s.priority, 'normal')",
                "state", "s.becomes",
                "closed_at", "s.ended_at",
                "due_on", "s.due",
                "due_time", "s.at_time",
                "kind", "s.about",
                "record_id", "s.about_id");
    }

    @Override
    public Map<String, String> initial() {
        return Map.of(
                "created_by", "s.assignee_id", "created_at", "coalesce(s.created_at, {now})", "changed_at", "{now}");
    }

    /** Whoever is given what is still to come hears of it; what lies behind is history. */
    @Override
    public void follow(IntakeBatch batch) {
        Long by = batch.by();
        List<TasksGiven.Given> ahead = table.ahead(
                batch.stage(),
                LocalDate.ofInstant(batch.now(), organisations.get().zone()),
                by);
        if (!ahead.isEmpty()) events.publishEvent(new TasksGiven(ahead, by));
    }

    @Override
    public Map<String, String> contradictions() {
        return Map.of("due_time", "s.due_time !~ '^([01]?[0-9]|2[0-3]):[0-5][0-9]$'");
    }

    /** The record a task is about, where it is of the link's kind. */
    @Override
    public String linked(IntakeField link) {
        return link.name().equals("assignee")
                ? "t.assignee_id"
                : "case when t.kind = '" + link.name() + "' then t.record_id end";
    }

    /** What a row leaves open stays as it is here: an end, a day that a rhythm needs, the record. Noon is the same day everywhere. */
    @Override
    public void prepare(IntakeBatch batch) {
        batch.execute("""
                update {s} s set becomes = coalesce(s.state, t.state, 'open'), due = DUE,
                  at_time = case when DUE is not null then TIME end,
                  ended_at = case when coalesce(s.state, t.state, 'open') <> 'open'
                    then coalesce(s.closed_at, t.closed_at, (s.due_on + time '12:00') at time zone 'UTC', s.created_at, {now}) end,
                  about = coalesce(case when s.deal_id is not null then 'deal' when s.lead_id is not null then 'lead'
                    when s.contact_id is not null then 'contact' when s.company_id is not null then 'company'
                    when s.campaign_id is not null then 'campaign' end, t.kind),
                  about_id = coalesce(s.deal_id, s.lead_id, s.contact_id, s.company_id, s.campaign_id, t.record_id)
                from {s} x left join tasks.task t on t.id = x.record_id where x.row_no = s.row_no""".replace("DUE", due(batch))
                .replace("TIME", batch.mapped().contains("due_time") ? "s.due_time::time" : "t.due_time"));
    }

    /** A file from here that no longer says a day takes it away, unless a rhythm needs it. */
    private static String due(IntakeBatch batch) {
        return batch.mapped().contains("due_on")
                ? "case when s.own and t.rule is null then s.due_on else coalesce(s.due_on, t.due_on) end"
                : "t.due_on";
    }
}
