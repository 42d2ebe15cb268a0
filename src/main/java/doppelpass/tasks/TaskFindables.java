package doppelpass.tasks;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.tasks.Tables.TASK_CARD;

import doppelpass.identity.Person;
import doppelpass.records.RecordKey;
import doppelpass.search.plug.Command;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findable.Texts;
import doppelpass.search.plug.Findables;
import doppelpass.timeline.Naming;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Tasks in the search box, done ones too, for whoever sees them; beside each whose it is and what it is about. */
@Component
class TaskFindables implements Findables {
    private static final Findable.Kind TASKS = new Findable.Kind("task", "tasks.title", "checkbox", "/tasks/0", "");
    private static final Field<String> ASSIGNEE =
            DSL.field(DSL.select(PERSON_CARD.NAME).from(PERSON_CARD).where(PERSON_CARD.ID.eq(TASK_CARD.ASSIGNEE_ID)));
    private static final String GAP = " · ";

    private final Sight sight;
    private final Naming naming;

    TaskFindables(Sight sight, Naming naming) {
        this.sight = sight;
        this.naming = naming;
    }

    @Override
    public List<Findable> of(Person reader) {
        return List.of(new Findable(
                TASKS,
                Findable.Source.of(TASK_CARD, TASK_CARD.ID, TASK_CARD.WORDS, TASK_CARD.CREATED_AT)
                        .indexed("task_words")
                        .rowsOf("tasks.task")
                        .where(TaskTable.seen(TASK_CARD, sight.of(reader)))
                        .ownedBy(TASK_CARD.ASSIGNEE_ID),
                Findable.Shown.of(
                                TASK_CARD.TITLE,
                                DSL.concat(
                                        DSL.coalesce(
                                                RecordKey.code(TASK_CARD.KIND, TASK_CARD.RECORD_ID), DSL.inline("")),
                                        DSL.inline(GAP),
                                        ASSIGNEE),
                                Findable.url("/tasks/", TASK_CARD.ID))
                        .note(TASK_CARD.NOTE)
                        .read(this::read)));
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("tasks.new", "/tasks/new", "plus"));
    }

    private List<Texts> read(List<Texts> found) {
        List<String[]> remarks =
                found.stream().map(texts -> texts.remark().split(GAP, 2)).toList();
        List<String> names =
                naming.read(remarks.stream().map(remark -> remark[0]).toList());
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Texts(
                        found.get(i).title(),
                        Stream.of(names.get(i), remarks.get(i)[1])
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(GAP)),
                        found.get(i).note()))
                .toList();
    }
}
