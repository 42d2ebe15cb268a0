package doppelpass.leads;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.leads.Tables.LEAD;
import static doppelpassdb.leads.Tables.LEAD_CARD;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import doppelpass.database.Occurring;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Leads in lists, as quick among a million as among ten. */
@Component
class LeadListTable {
    /** A view's columns count as nullable; these never are, and only so an index gives their order. */
    static final Map<String, Field<?>> SORTS = Map.of(
            "created", LEAD_CARD.CREATED_AT.coerce(SQLDataType.INSTANT.notNull()),
            "since", LEAD_CARD.STATE_SINCE.coerce(SQLDataType.INSTANT.notNull()),
            "name", DSL.lower(LEAD_CARD.CONTACT_NAME).coerce(SQLDataType.VARCHAR.notNull()),
            "intent", LEAD_CARD.INTENT.coerce(SQLDataType.INTEGER.notNull()));

    private final DSLContext db;

    LeadListTable(DSLContext db) {
        this.db = db;
    }

    Page<LeadRow> list(LeadQuery query, PageRequest request) {
        Field<?> sort = Objects.requireNonNull(SORTS.getOrDefault(request.sort(), LEAD_CARD.CREATED_AT));
        Keyset keyset = new Keyset(db, LEAD_CARD, where(query), sort, LEAD_CARD.ID, request);
        boolean ofLeadsAlone = query.q().isEmpty() && query.fit().isEmpty();
        return (ofLeadsAlone ? keyset.counting(DSL.selectOne().from(LEAD).where(own(query, LEAD))) : keyset)
                .fetch(Arrays.asList(LEAD_CARD.fields()), LeadRow::of, LeadRow::id);
    }

    /** The values that occur in a column, for the filters. */
    List<String> sources() {
        return Occurring.values(db, LEAD, LEAD.SOURCE);
    }

    private static Condition where(LeadQuery query) {
        Condition all = own(query, LEAD_CARD);
        if (!query.q().isEmpty()) all = all.and(LEAD_CARD.CONTACT_ID.in(found(query.q())));
        return query.fit().isEmpty() ? all : all.and(fit(query.fit()));
    }

    /** Contacts by their name and mail, by their company, or by what stands for one: each along its own index. */
    private static Select<Record1<Long>> found(String words) {
        String text = "%" + DSL.escape(words.toLowerCase(Locale.ROOT), '!') + "%";
        return DSL.select(CONTACT_CARD.ID)
                .from(CONTACT_CARD)
                .where(CONTACT_CARD.SEARCHED.like(text, '!'))
                .union(DSL.select(CONTACT_CARD.ID)
                        .from(CONTACT_CARD)
                        .join(COMPANY_CARD)
                        .on(COMPANY_CARD.ID.eq(CONTACT_CARD.COMPANY_ID))
                        .where(DSL.lower(COMPANY_CARD.NAME).like(text, '!')))
                .union(DSL.select(CONTACT_CARD.ID)
                        .from(CONTACT_CARD)
                        .where(DSL.lower(CONTACT_CARD.COMPANY_TEXT).like(text, '!')));
    }

    private static Condition fit(String fit) {
        Condition company = LEAD_CARD.COMPANY_FIT.eq(fit);
        return fit.equals("unknown") ? company.or(LEAD_CARD.COMPANY_FIT.isNull()) : company;
    }

    /** What a query asks of the lead itself, in the table or the view. */
    private static Condition own(LeadQuery query, Table<?> leads) {
        Condition all = DSL.noCondition();
        if (query.running()) {
            all = all.and(column(leads, LEAD.STATE)
                    .in(LeadState.runningStates().stream().map(LeadState::name).toList()));
        }
        return all.and(equal(column(leads, LEAD.STATE), query.state()))
                .and(equal(column(leads, LEAD.SOURCE), query.source()))
                .and(equal(column(leads, LEAD.CHANNEL), query.channel()))
                .and(
                        query.ownerId() == null
                                ? DSL.noCondition()
                                : column(leads, LEAD.OWNER_ID).eq(query.ownerId()));
    }

    private static <T> Field<T> column(Table<?> leads, Field<T> column) {
        return Objects.requireNonNull(leads.field(column.getName(), column.getType()));
    }

    private static Condition equal(Field<String> field, String value) {
        return value.isEmpty() ? DSL.noCondition() : field.eq(value);
    }
}
