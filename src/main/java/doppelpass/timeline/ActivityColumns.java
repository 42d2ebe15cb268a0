package doppelpass.timeline;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.timeline.Tables.ACTIVITY_CARD;

import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Shape;
import doppelpass.web.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What a list can show of an activity, and which of it can be written in place. */
@Component
class ActivityColumns {
    static final Field<String> SAID =
            DSL.coalesce(DSL.nullif(ACTIVITY_CARD.TITLE, ""), DSL.left(ACTIVITY_CARD.NOTE, 200));

    /** A view's columns count as nullable; this never is, and only so an index gives its order. */
    private static final Field<?> OCCURRED = ACTIVITY_CARD.OCCURRED_AT.coerce(SQLDataType.INSTANT.notNull());

    private static final Field<String> PERSON =
            DSL.field(DSL.select(PERSON_CARD.NAME).from(PERSON_CARD).where(PERSON_CARD.ID.eq(ACTIVITY_CARD.PERSON_ID)));
    private static final String DIRECTION = "timeline.direction.";
    private static final String OUTCOME = "timeline.outcome.";

    private final ActivityEdits edits;
    private final People people;
    private final Organisations organisations;

    ActivityColumns(ActivityEdits edits, People people, Organisations organisations) {
        this.edits = edits;
        this.people = people;
        this.organisations = organisations;
    }

    List<Column> all() {
        return List.of(
                Column.of("subject", "timeline.subject", new Shape.Text(), SAID)
                        .edited(Editing.text(ACTIVITY_CARD.TITLE, false, change(NewActivity::titled))),
                Column.of("kind", "timeline.kind", new Shape.Code("timeline.kind."), ACTIVITY_CARD.KIND)
                        .following(ACTIVITY_CARD.KIND),
                Column.of("direction", "timeline.direction", new Shape.Code(DIRECTION), ACTIVITY_CARD.DIRECTION)
                        .following(ACTIVITY_CARD.DIRECTION)
                        .edited(Editing.choice(
                                ACTIVITY_CARD.DIRECTION,
                                codes(Direction.values()),
                                DIRECTION,
                                false,
                                change((a, code) -> a.turned(ActivityEdits.direction(code))))),
                Column.of("outcome", "timeline.outcome", new Shape.Code(OUTCOME), ACTIVITY_CARD.OUTCOME)
                        .following(ACTIVITY_CARD.OUTCOME)
                        .edited(Editing.choice(
                                ACTIVITY_CARD.OUTCOME,
                                codes(NewActivity.Outcome.values()),
                                OUTCOME,
                                false,
                                change((a, code) -> a.ended(ActivityEdits.outcome(code))))),
                Column.of("person", "timeline.person", new Shape.Text(), PERSON)
                        .following(ACTIVITY_CARD.PERSON_ID)
                        .edited(Editing.oneOf(
                                ACTIVITY_CARD.PERSON_ID,
                                this::colleagues,
                                true,
                                change((a, id) -> a.by(Long.parseLong(id))))),
                Column.of("note", "timeline.note", new Shape.Text(), ACTIVITY_CARD.NOTE)
                        .edited(Editing.lines(ACTIVITY_CARD.NOTE, change(NewActivity::noted))),
                Column.of("minutes", "timeline.minutes", new Shape.Number(), ACTIVITY_CARD.MINUTES)
                        .edited(Editing.number(
                                ACTIVITY_CARD.MINUTES,
                                false,
                                change((a, minutes) -> a.lasting(Minutes.read(minutes))))),
                Column.of("occurred", "timeline.when", new Shape.Moment(true), ACTIVITY_CARD.OCCURRED_AT)
                        .sortedBy(OCCURRED)
                        .edited(Editing.moment(clock(), change((a, when) -> a.at(edits.when(when))))));
    }

    private Editing.Change change(BiFunction<NewActivity, String, NewActivity> edit) {
        return (id, value, by) -> edits.change(id, activity -> edit.apply(activity, value), by);
    }

    /** The time as an input holds it, seconds only where there are some. */
    private Field<String> clock() {
        return DSL.field(
                "regexp_replace(to_char({0} at time zone {1}, 'YYYY-MM-DD\"T\"HH24:MI:SS'), ':00$', '')",
                String.class,
                ACTIVITY_CARD.OCCURRED_AT,
                DSL.inline(organisations.get().zone().getId()));
    }

    private List<Choice> colleagues() {
        return people.all().stream()
                .filter(Person::active)
                .map(person -> new Choice(Long.toString(person.id()), person.name()))
                .toList();
    }

    private static List<String> codes(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }
}
