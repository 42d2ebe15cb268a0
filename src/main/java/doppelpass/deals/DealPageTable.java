package doppelpass.deals;

import static doppelpassdb.campaigns.Tables.CAMPAIGN_CARD;
import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.deals.Tables.DEAL;
import static doppelpassdb.deals.Tables.EVENT;
import static doppelpassdb.deals.Tables.PRODUCT;
import static doppelpassdb.deals.Tables.STAGE;
import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.leads.Tables.LEAD_CARD;

import doppelpass.contacts.RelatedPanel;
import doppelpass.database.Seeing;
import doppelpass.deals.views.DealEvent;
import doppelpass.deals.views.DealNames;
import doppelpass.timeline.Subject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What surrounds one deal: names of its neighbours, its history, records to choose from. */
@Component
class DealPageTable {
    private static final int HISTORY = 200;
    private static final int CHOICES = 12;

    private final DSLContext db;
    private final Seeing seeing;

    DealPageTable(DSLContext db, Seeing seeing) {
        this.db = db;
        this.seeing = seeing;
    }

    /** A record a deal can point to. */
    record Choosable(long id, String name) {}

    /** What a lead hands on to the deal that grows from it. */
    record LeadSource(
            @Nullable Long contactId,
            @Nullable Long companyId,
            @Nullable Long campaignId,
            String source,
            String channel,
            @Nullable String company) {}

    DealNames names(long id) {
        return db.select(
                        COMPANY_CARD.NAME,
                        CONTACT_CARD.NAME,
                        LEAD_CARD.CONTACT_NAME,
                        CAMPAIGN_CARD.NAME,
                        PRODUCT.NAME,
                        PERSON_CARD.NAME)
                .from(DEAL)
                .leftJoin(COMPANY_CARD)
                .on(COMPANY_CARD.ID.eq(DEAL.COMPANY_ID))
                .leftJoin(CONTACT_CARD)
                .on(CONTACT_CARD.ID.eq(DEAL.CONTACT_ID))
                .leftJoin(LEAD_CARD)
                .on(LEAD_CARD.ID.eq(DEAL.LEAD_ID))
                .leftJoin(CAMPAIGN_CARD)
                .on(CAMPAIGN_CARD.ID.eq(DEAL.CAMPAIGN_ID))
                .leftJoin(PRODUCT)
                .on(PRODUCT.ID.eq(DEAL.PRODUCT_ID))
                .leftJoin(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(DEAL.OWNER_ID))
                .where(DEAL.ID.eq(id))
                .fetchSingle(
                        r -> new DealNames(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
    }

    List<DealEvent> history(long id) {
        return db.select(EVENT.fields())
                .select(STAGE.NAME, PERSON_CARD.NAME)
                .from(EVENT)
                .leftJoin(STAGE)
                .on(STAGE.ID.eq(EVENT.STAGE_ID))
                .leftJoin(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(EVENT.ACTOR_ID))
                .where(EVENT.DEAL_ID.eq(id))
                .orderBy(EVENT.OCCURRED_AT.desc(), EVENT.ID.desc())
                .limit(HISTORY)
                .fetch(r -> new DealEvent(
                        r.get(EVENT.KIND),
                        r.get(STAGE.NAME),
                        Objects.requireNonNullElse(r.get(EVENT.AMOUNT_MINOR), 0L),
                        r.get(EVENT.REASON),
                        r.get(EVENT.NOTE),
                        r.get(PERSON_CARD.NAME),
                        r.get(EVENT.OCCURRED_AT),
                        r.get(EVENT.RECORDED_AT),
                        r.get(EVENT.REPLACED_AT) != null));
    }

    /** The latest deals of a contact, company or lead. */
    List<RelatedPanel.Row> related(Subject subject, ZoneId zone) {
        return db.select(DEAL.ID, DEAL.NAME, STAGE.NAME, DEAL.AMOUNT_MINOR, DEAL.EXPECTED_CLOSE, DEAL.CLOSED_AT)
                .from(DEAL)
                .join(STAGE)
                .on(STAGE.ID.eq(DEAL.STAGE_ID))
                .where(DealTable.of(subject))
                .orderBy(DEAL.CREATED_AT.desc(), DEAL.ID.desc())
                .limit(CHOICES)
                .fetch(r -> new RelatedPanel.Row(
                        "/deals/" + r.value1(),
                        r.value2(),
                        r.value3(),
                        seeing.sees("deal", "amount") ? r.value4() : null,
                        r.value6() == null ? r.value5() : LocalDate.ofInstant(r.value6(), zone)));
    }

    List<Choosable> companies(String q) {
        return choices(COMPANY_CARD, COMPANY_CARD.ID, COMPANY_CARD.NAME, q);
    }

    List<Choosable> contacts(String q) {
        return choices(CONTACT_CARD, CONTACT_CARD.ID, CONTACT_CARD.NAME, q);
    }

    List<Choosable> campaigns(String q) {
        return choices(CAMPAIGN_CARD, CAMPAIGN_CARD.ID, CAMPAIGN_CARD.NAME, q);
    }

    Optional<LeadSource> lead(long id) {
        return db.selectFrom(LEAD_CARD)
                .where(LEAD_CARD.ID.eq(id))
                .fetchOptional(r -> new LeadSource(
                        r.getContactId(),
                        r.getCompanyId(),
                        r.getCampaignId(),
                        r.getSource(),
                        r.getChannel(),
                        r.getCompanyName()));
    }

    Optional<String> campaignChannel(long id) {
        return db.select(CAMPAIGN_CARD.CHANNEL)
                .from(CAMPAIGN_CARD)
                .where(CAMPAIGN_CARD.ID.eq(id))
                .fetchOptional(CAMPAIGN_CARD.CHANNEL);
    }

    /** Records whose name contains the text, or the one whose id follows a # at its end. */
    private List<Choosable> choices(Table<?> from, Field<Long> id, Field<String> name, String q) {
        Long asked = DealFilter.number(q.substring(q.lastIndexOf('#') + 1));
        String like = "%" + DSL.escape(q.strip().toLowerCase(Locale.ROOT), '!') + "%";
        return db.select(id, name)
                .from(from)
                .where(
                        asked != null && q.contains("#")
                                ? id.eq(asked)
                                : DSL.lower(name).like(like, '!'))
                .orderBy(DSL.lower(name), id)
                .limit(CHOICES)
                .fetch(r -> new Choosable(r.value1(), r.value2()));
    }
}
