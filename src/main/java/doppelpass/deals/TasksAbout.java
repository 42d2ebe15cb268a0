package doppelpass.deals;

import static doppelpassdb.campaigns.Tables.CAMPAIGN_CARD;
import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.deals.Tables.DEAL_CARD;
import static doppelpassdb.leads.Tables.LEAD_CARD;
import static doppelpassdb.tasks.Tables.TASK_CARD;

import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.MoreColumns;
import doppelpass.lists.plug.Shape;
import doppelpass.timeline.Subject;
import java.util.List;
import org.jooq.CaseConditionStep;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The record a task is about, whatever its kind: at the end of the way from a contact to a deal all of them are known. */
@Component
class TasksAbout implements MoreColumns {
    @Override
    public List<Column> of(Listing listing) {
        return listing.name().equals("tasks")
                ? List.of(Column.of(
                        "about", "deals.about", new Shape.Link(""), name(), DSL.when(name().isNotNull(), page())))
                : List.of();
    }

    private static Field<String> name() {
        return DSL.when(TASK_CARD.KIND.eq("contact"), called(CONTACT_CARD, CONTACT_CARD.ID, CONTACT_CARD.NAME))
                .when(TASK_CARD.KIND.eq("company"), called(COMPANY_CARD, COMPANY_CARD.ID, COMPANY_CARD.NAME))
                .when(TASK_CARD.KIND.eq("lead"), called(LEAD_CARD, LEAD_CARD.ID, LEAD_CARD.CONTACT_NAME))
                .when(TASK_CARD.KIND.eq("deal"), called(DEAL_CARD, DEAL_CARD.ID, DEAL_CARD.NAME))
                .when(TASK_CARD.KIND.eq("campaign"), called(CAMPAIGN_CARD, CAMPAIGN_CARD.ID, CAMPAIGN_CARD.NAME));
    }

    private static Field<String> called(Table<?> table, Field<Long> id, Field<String> name) {
        return DSL.field(DSL.select(name).from(table).where(id.eq(TASK_CARD.RECORD_ID)));
    }

    /** The address of the record's page. */
    private static Field<String> page() {
        CaseConditionStep<String> page = null;
        for (Subject.Kind kind : Subject.Kind.values()) {
            Field<String> path = DSL.concat(
                    DSL.inline(new Subject(kind, 0).url().replaceFirst("0$", "")),
                    TASK_CARD.RECORD_ID.cast(String.class));
            page = page == null
                    ? DSL.when(TASK_CARD.KIND.eq(kind.code()), path)
                    : page.when(TASK_CARD.KIND.eq(kind.code()), path);
        }
        return java.util.Objects.requireNonNull(page);
    }
}
