package doppelpass.deals;

import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.deals.Tables.DEAL;
import static doppelpassdb.deals.Tables.PARTICIPANT;
import static doppelpassdb.timeline.Tables.ACTIVITY_CARD;

import doppelpass.web.Choice;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of buying centers. */
@Component
class ParticipantTable {
    private static final int MOST = 100;
    private static final Field<Instant> HEARD = DSL.field(DSL.select(DSL.max(ACTIVITY_CARD.OCCURRED_AT))
            .from(ACTIVITY_CARD)
            .where(ACTIVITY_CARD.CONTACT_ID.eq(PARTICIPANT.CONTACT_ID))
            .and(ACTIVITY_CARD.DIRECTION.eq("in").and(DSL.condition(ACTIVITY_CARD.HAPPENED))));

    private final DSLContext db;

    ParticipantTable(DSLContext db) {
        this.db = db;
    }

    List<Participant> of(long deal) {
        return db
                .select(
                        PARTICIPANT.CONTACT_ID,
                        CONTACT_CARD.NAME,
                        CONTACT_CARD.JOB_TITLE,
                        PARTICIPANT.ROLE,
                        HEARD.as("heard"))
                .from(PARTICIPANT)
                .join(CONTACT_CARD)
                .on(CONTACT_CARD.ID.eq(PARTICIPANT.CONTACT_ID))
                .where(PARTICIPANT.DEAL_ID.eq(deal))
                .limit(MOST)
                .fetch(r -> new Participant(r.value1(), r.value2(), r.value3(), role(r.value4()), r.value5()))
                .stream()
                .sorted(Comparator.comparing(Participant::role).thenComparing(Participant::name))
                .toList();
    }

    /** Every part people played in the deals of a company, each once. */
    List<Participant> ofCompany(long company) {
        return db.selectDistinct(
                        PARTICIPANT.CONTACT_ID,
                        CONTACT_CARD.NAME,
                        CONTACT_CARD.JOB_TITLE,
                        PARTICIPANT.ROLE,
                        HEARD.as("heard"))
                .from(PARTICIPANT)
                .join(DEAL)
                .on(DEAL.ID.eq(PARTICIPANT.DEAL_ID))
                .join(CONTACT_CARD)
                .on(CONTACT_CARD.ID.eq(PARTICIPANT.CONTACT_ID))
                .where(DEAL.COMPANY_ID.eq(company))
                .orderBy(CONTACT_CARD.NAME, PARTICIPANT.CONTACT_ID)
                .limit(MOST)
                .fetch(r -> new Participant(r.value1(), r.value2(), r.value3(), role(r.value4()), r.value5()));
    }

    /** People of the deal's company, and the deal's own contact, who have no part in it yet. */
    List<Choice> candidates(long deal) {
        Condition near = CONTACT_CARD.COMPANY_ID.eq(DEAL.COMPANY_ID).or(CONTACT_CARD.ID.eq(DEAL.CONTACT_ID));
        return db.select(CONTACT_CARD.ID, CONTACT_CARD.NAME)
                .from(DEAL)
                .join(CONTACT_CARD)
                .on(near)
                .where(DEAL.ID.eq(deal))
                .andNotExists(DSL.selectOne()
                        .from(PARTICIPANT)
                        .where(PARTICIPANT.DEAL_ID.eq(deal))
                        .and(PARTICIPANT.CONTACT_ID.eq(CONTACT_CARD.ID)))
                .orderBy(CONTACT_CARD.NAME, CONTACT_CARD.ID)
                .limit(MOST)
                .fetch(r -> new Choice(Long.toString(r.value1()), r.value2()));
    }

    void put(long deal, long contact, BuyingRole role, long by, Instant now) {
        db.insertInto(PARTICIPANT)
                .set(PARTICIPANT.DEAL_ID, deal)
                .set(PARTICIPANT.CONTACT_ID, contact)
                .set(PARTICIPANT.ROLE, role.code())
                .set(PARTICIPANT.ADDED_BY, by)
                .set(PARTICIPANT.ADDED_AT, now)
                .onConflict(PARTICIPANT.DEAL_ID, PARTICIPANT.CONTACT_ID)
                .doUpdate()
                .set(PARTICIPANT.ROLE, role.code())
                .execute();
    }

    boolean remove(long deal, long contact) {
        return db.deleteFrom(PARTICIPANT)
                        .where(PARTICIPANT.DEAL_ID.eq(deal))
                        .and(PARTICIPANT.CONTACT_ID.eq(contact))
                        .execute()
                > 0;
    }

    boolean exists(long contact) {
        return db.fetchExists(CONTACT_CARD, CONTACT_CARD.ID.eq(contact));
    }

    private static BuyingRole role(String code) {
        return BuyingRole.of(code).orElseThrow();
    }
}
