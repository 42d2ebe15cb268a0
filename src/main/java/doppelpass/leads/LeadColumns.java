package doppelpass.leads;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.leads.Tables.LEAD_LISTED;

import doppelpass.core.TeamFunction;
import doppelpass.database.Along;
import doppelpass.database.Seeing;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Shape;
import doppelpass.web.Choice;
import doppelpass.web.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What a list can show of a lead, and which of it can be written in place. */
@Component
class LeadColumns {
    /** A view's columns count as nullable; these never are, and only so an index gives their order. */
    private static final Field<?> CREATED = LEAD_LISTED.CREATED_AT.coerce(SQLDataType.INSTANT.notNull());

    private static final Field<?> SINCE = LEAD_LISTED.STATE_SINCE.coerce(SQLDataType.INSTANT.notNull());
    private static final Field<?> NAME = DSL.lower(LEAD_LISTED.CONTACT_NAME);
    /** Of whom nothing is known comes last. */
    private static final Field<String> FIT = DSL.nullif(LEAD_LISTED.FIT, DSL.inline("unknown"));

    private static final Field<?> INTENT = LEAD_LISTED.INTENT.coerce(SQLDataType.INTEGER.notNull());
    /** The company of contacts that have none but its name. */
    private static final Field<String> WRITTEN =
            DSL.when(LEAD_LISTED.CONTACT_COMPANY_ID.isNull(), LEAD_LISTED.COMPANY_WRITTEN);

    private static final Field<String> OWNER =
            DSL.field(DSL.select(PERSON_CARD.NAME).from(PERSON_CARD).where(PERSON_CARD.ID.eq(LEAD_LISTED.OWNER_ID)));

    private final Leads leads;
    private final People people;
    private final Seeing seeing;

    LeadColumns(Leads leads, People people, Seeing seeing) {
        this.leads = leads;
        this.people = people;
        this.seeing = seeing;
    }

    List<Column> all() {
        return Stream.of(whom(), episode(), course()).flatMap(List::stream).toList();
    }

    private static List<Column> whom() {
        return List.of(
                Column.of(
                                "name",
                                "leads.contact",
                                new Shape.Title(),
                                LEAD_LISTED.CONTACT_NAME,
                                LEAD_LISTED.COMPANY_NAME)
                        .sortedBy(NAME),
                Column.of(
                                "company",
                                "leads.company",
                                new Shape.Link("/companies/"),
                                LEAD_LISTED.COMPANY_NAME,
                                LEAD_LISTED.COMPANY_ID)
                        .sortedAlong(
                                new Along.Way(DSL.lower(LEAD_LISTED.COMPANY_KNOWN), DSL.noCondition()),
                                new Along.Way(DSL.lower(WRITTEN), LEAD_LISTED.CONTACT_NAME.isNotNull())),
                Column.of(
                                "grade",
                                "leads.grade",
                                new Shape.Tag(
                                        v -> LeadRow.grade((String) v.get(0), (Integer) v.get(1)), "leads.grade.hint"),
                                LEAD_LISTED.FIT,
                                LEAD_LISTED.INTENT)
                        .sortedBy(FIT)
                        .following(LEAD_LISTED.COMPANY_FIT),
                Column.of("fit", "leads.fit", new Shape.Code("leads.fit."), LEAD_LISTED.FIT)
                        .sortedBy(FIT)
                        .following(LEAD_LISTED.COMPANY_FIT),
                Column.of("state", "leads.state", new Shape.Code("leads.state.", LeadColumns::tone), LEAD_LISTED.STATE)
                        .following(LEAD_LISTED.STATE));
    }

    private List<Column> episode() {
        return List.of(
                Column.of("since", "leads.since", new Shape.Moment(), LEAD_LISTED.STATE_SINCE)
                        .sortedBy(SINCE),
                Column.of("cycle", "leads.round", new Shape.Number(), LEAD_LISTED.CYCLE),
                Column.of("product", "leads.product", new Shape.Text(), LEAD_LISTED.PRODUCT_LINE)
                        .edited(Editing.text(LEAD_LISTED.PRODUCT_LINE, true, change(LeadForm::withProductLine))),
                Column.of("source", "leads.source", new Shape.Text(), LEAD_LISTED.SOURCE)
                        .following(LEAD_LISTED.SOURCE)
                        .edited(Editing.text(LEAD_LISTED.SOURCE, true, change(LeadForm::withSource))),
                Column.of("channel", "leads.channel", new Shape.Code("leads.channel."), LEAD_LISTED.CHANNEL)
                        .following(LEAD_LISTED.CHANNEL)
                        .edited(Editing.choice(
                                LEAD_LISTED.CHANNEL,
                                LeadForm.CHANNELS,
                                "leads.channel.",
                                true,
                                change(LeadForm::withChannel))),
                Column.of("wish", "leads.handRaise", new Shape.Code("leads.handRaise."), LEAD_LISTED.HAND_RAISE)
                        .edited(Editing.choice(
                                LEAD_LISTED.HAND_RAISE,
                                LeadForm.WISHES,
                                "leads.handRaise.",
                                false,
                                change(LeadForm::withHandRaise))));
    }

    private List<Column> course() {
        return List.of(
                Column.of("country", "leads.country", new Shape.Text(), LEAD_LISTED.COUNTRY),
                Column.of("owner", "leads.owner", new Shape.Text(), OWNER)
                        .following(LEAD_LISTED.OWNER_ID)
                        .edited(Editing.oneOf(LEAD_LISTED.OWNER_ID, this::colleagues, true, this::assign)),
                Column.of("intent", "leads.intent", new Shape.Number(), LEAD_LISTED.INTENT)
                        .sortedBy(INTENT),
                Column.of("created", "leads.created", new Shape.Moment(), LEAD_LISTED.CREATED_AT)
                        .sortedBy(CREATED));
    }

    /** One thing typed differently, checked like the form of a lead. */
    private Editing.Change change(Typed typed) {
        return (id, value, by) -> {
            Lead lead = leads.get(id);
            leads.change(
                    id,
                    typed.in(LeadForm.of(lead), value)
                            .checked(seeing.writes("lead", "source"))
                            .toChange(lead),
                    by);
        };
    }

    /** Whoever works on leads; whom a state lets own one the front door knows. */
    private List<Choice> colleagues() {
        return people.all().stream()
                .filter(person -> person.active()
                        && (person.function() == TeamFunction.MARKETING || person.function() == TeamFunction.SALES))
                .map(person -> new Choice(Long.toString(person.id()), person.name()))
                .toList();
    }

    private void assign(long id, String value, Person by) {
        leads.assign(id, people.find(Long.parseLong(value)).orElseThrow(Refusal::notFound), by);
    }

    private interface Typed {
        LeadForm in(LeadForm form, String value);
    }

    private static String tone(String state) {
        return "dot o-" + LeadState.valueOf(state).owner().code();
    }
}
