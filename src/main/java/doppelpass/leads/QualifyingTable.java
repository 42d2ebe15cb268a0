package doppelpass.leads;

import static doppelpassdb.leads.Tables.LEAD;
import static doppelpassdb.leads.Tables.LEAD_CARD;
import static doppelpassdb.timeline.Tables.TOUCHPOINT_CARD;

import doppelpass.identity.Organisations;
import doppelpass.rules.Explanation;
import doppelpass.rules.Finding;
import doppelpass.rules.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Which of the leads marketing works on fulfil a rule: one condition for all of them. */
@Component
class QualifyingTable {
    private final DSLContext db;
    private final Organisations organisations;

    QualifyingTable(DSLContext db, Organisations organisations) {
        this.db = db;
        this.organisations = organisations;
    }

    /** What a rule says about one lead, with the values that decide. */
    List<Finding> explain(Rule rule, long lead, Instant now) {
        Explanation explanation = rule.explanation(LEAD_CARD, now);
        return explanation.findings(db.select(explanation.columns())
                .from(LEAD_CARD)
                .where(LEAD_CARD.ID.eq(lead))
                .fetchSingle());
    }

    /** Those of these leads marketing works on that fulfil it. */
    List<Long> met(Rule rule, Collection<Long> leads, Instant now) {
        return db.select(LEAD_CARD.ID)
                .from(LEAD_CARD)
                .where(LEAD_CARD.ID.eq(DSL.any(leads.toArray(Long[]::new))), waits(), rule.condition(LEAD_CARD, now))
                .orderBy(LEAD_CARD.ID)
                .fetch(LEAD_CARD.ID);
    }

    private static Condition waits() {
        return LEAD_CARD.STATE.in(
                Qualifications.WAITING.stream().map(LeadState::name).toList());
    }

    long count(Rule rule, Instant now) {
        return db.fetchCount(LEAD_CARD, fulfils(rule, now));
    }

    List<Long> next(Rule rule, long after, int limit, Instant now) {
        return db.select(LEAD_CARD.ID)
                .from(LEAD_CARD)
                .where(fulfils(rule, now), LEAD_CARD.ID.gt(after))
                .orderBy(LEAD_CARD.ID)
                .limit(limit)
                .fetch(LEAD_CARD.ID);
    }

    /** Whom sales gave back, only what they did since brings again; another definition alone does not. */
    private static Condition stirred() {
        return DSL.exists(DSL.selectOne()
                .from(TOUCHPOINT_CARD)
                .where(TOUCHPOINT_CARD.CONTACT_ID.eq(LEAD_CARD.CONTACT_ID))
                .and(TOUCHPOINT_CARD.OCCURRED_AT.gt(LEAD_CARD.STATE_SINCE)));
    }

    private Condition fulfils(Rule rule, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, organisations.get().zone());
        Condition resting =
                DSL.exists(DSL.selectOne().from(LEAD).where(LEAD.ID.eq(LEAD_CARD.ID), LEAD.REVISIT_ON.gt(today)));
        return waits().and(DSL.not(resting))
                .and(LEAD_CARD.STATE.ne(LeadState.NURTURE.name()).or(stirred()))
                .and(rule.condition(LEAD_CARD, now));
    }
}
