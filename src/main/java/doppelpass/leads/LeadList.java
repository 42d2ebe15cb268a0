package doppelpass.leads;

import static doppelpassdb.leads.Tables.LEAD;
import static doppelpassdb.leads.Tables.LEAD_LISTED;

import doppelpass.contacts.ContactsMeant;
import doppelpass.database.Occurring;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.Meant;
import doppelpass.lists.plug.RecordList;
import doppelpass.search.Searches;
import doppelpass.search.Sought;
import doppelpass.web.Asked;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Leads in lists, as quick among a million as among ten. */
@Component
class LeadList implements RecordList {
    private final DSLContext db;
    private final LeadColumns columns;
    private final Searches searches;

    LeadList(DSLContext db, LeadColumns columns, Searches searches) {
        this.db = db;
        this.columns = columns;
        this.searches = searches;
    }

    @Override
    public Listing listing() {
        return new Listing(
                "leads",
                "lead",
                LEAD_LISTED,
                LEAD_LISTED.ID,
                Set.of("q", "state", "source", "channel", "fit", "owner", "ended"),
                columns.all(),
                List.of("name", "grade", "state", "since", "channel", "owner", "intent", "created"),
                "created",
                true);
    }

    @Override
    public Condition where(Asked asked, Person reader) {
        return meant(asked, reader).where();
    }

    @Override
    public Meant meant(Asked asked, Person reader) {
        Condition all = own(asked, reader, LEAD_LISTED);
        String fit = asked.text("fit");
        if (!fit.isEmpty()) all = all.and(fit(fit));
        if (!asked.text("q").isEmpty()) {
            Sought sought = searches.read(asked.text("q"));
            return Meant.of(
                    all,
                    Sought.among(LEAD_LISTED.CONTACT_ID, ContactsMeant.by(sought)),
                    ContactsMeant.met(sought, LEAD_LISTED.WORDS, LEAD_LISTED.COMPANY_WORDS));
        }
        Meant meant = Meant.of(all);
        return fit.isEmpty() ? meant.counted(DSL.selectOne().from(LEAD).where(own(asked, reader, LEAD))) : meant;
    }

    /** The values that occur, for the filter. */
    List<String> sources() {
        return Occurring.values(db, LEAD, LEAD.SOURCE);
    }

    private static Condition fit(String fit) {
        Condition company = LEAD_LISTED.COMPANY_FIT.eq(fit);
        return fit.equals("unknown") ? company.or(LEAD_LISTED.COMPANY_FIT.isNull()) : company;
    }

    /** What is asked of the lead itself, in the table or the view; leads that ended only where they are asked for. */
    private static Condition own(Asked asked, Person reader, Table<?> leads) {
        Condition all = state(column(leads, LEAD.STATE), asked.text("state"))
                .and(equal(column(leads, LEAD.SOURCE), asked.text("source")))
                .and(equal(column(leads, LEAD.CHANNEL), asked.text("channel")));
        if (asked.text("state").isEmpty() && asked.text("ended").isEmpty()) {
            all = all.and(column(leads, LEAD.STATE)
                    .in(LeadState.runningStates().stream()
                            .map(state -> DSL.inline(state.name()))
                            .toList()));
        }
        boolean mine = asked.text("owner").equals("mine");
        Long owner = mine ? Long.valueOf(reader.id()) : asked.number("owner");
        return owner == null ? all : all.and(column(leads, LEAD.OWNER_ID).eq(owner));
    }

    private static <T> Field<T> column(Table<?> leads, Field<T> column) {
        return Objects.requireNonNull(leads.field(column.getName(), column.getType()));
    }

    /** States are few and very unlike in number: written out, so that each has a plan of its own that is kept. */
    private static Condition state(Field<String> field, String name) {
        boolean known =
                Arrays.stream(LeadState.values()).anyMatch(state -> state.name().equals(name));
        return known ? field.eq(DSL.inline(name)) : equal(field, name);
    }

    private static Condition equal(Field<String> field, String value) {
        return value.isEmpty() ? DSL.noCondition() : field.eq(value);
    }
}
