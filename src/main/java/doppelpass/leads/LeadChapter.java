package doppelpass.leads;

import static doppelpassdb.leads.Tables.ENTRY;

import doppelpass.timeline.Chapter;
import doppelpass.web.Words;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The states a lead went through, in its history. */
@Component
class LeadChapter implements Chapter {
    @Override
    public String filter() {
        return "step";
    }

    @Override
    public String icon() {
        return "route";
    }

    @Override
    public Table<?> table() {
        return ENTRY;
    }

    @Override
    public Columns columns() {
        return new Columns(
                ENTRY.ID,
                ENTRY.STATE,
                DSL.inline(""),
                ENTRY.ACTOR_ID,
                ENTRY.OCCURRED_AT,
                DSL.inline("lead"),
                ENTRY.LEAD_ID);
    }

    @Override
    public Condition told() {
        return ENTRY.REPLACED_AT.isNull();
    }

    @Override
    public String label(String kind) {
        return Words.t("leads.told", Words.t("leads.state." + kind));
    }
}
