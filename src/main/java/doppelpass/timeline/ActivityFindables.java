package doppelpass.timeline;

import static doppelpassdb.timeline.Tables.ACTIVITY_CARD;

import doppelpass.identity.Person;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findables;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What people noted, in the search box; a hit leads to the record it is about. */
@Component
class ActivityFindables implements Findables {
    private static final Findable ACTIVITIES = new Findable(
            new Findable.Kind("activity", "timeline.activities", "history", "/activities", "/activities"),
            Findable.Source.of(ACTIVITY_CARD, ACTIVITY_CARD.ID, ACTIVITY_CARD.WORDS, ACTIVITY_CARD.OCCURRED_AT)
                    .indexed("activity_words")
                    .rowsOf("timeline.activity")
                    .ownedBy(ACTIVITY_CARD.PERSON_ID),
            Findable.Shown.of(ActivityColumns.SAID, DSL.inline(""), subject())
                    .note(ACTIVITY_CARD.NOTE)
                    .on(ACTIVITY_CARD.OCCURRED_AT));

    @Override
    public List<Findable> of(Person reader) {
        return List.of(ACTIVITIES);
    }

    private static Field<String> subject() {
        return DSL.coalesce(
                about(Subject.Kind.LEAD, ACTIVITY_CARD.LEAD_ID),
                about(Subject.Kind.DEAL, ACTIVITY_CARD.DEAL_ID),
                about(Subject.Kind.CONTACT, ACTIVITY_CARD.CONTACT_ID),
                about(Subject.Kind.COMPANY, ACTIVITY_CARD.COMPANY_ID),
                DSL.inline("/activities"));
    }

    /** Null without a record of this kind. */
    private static Field<String> about(Subject.Kind kind, Field<Long> id) {
        return Findable.url(new Subject(kind, 0).url().replaceFirst("0$", ""), id);
    }
}
