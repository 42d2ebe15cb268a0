package doppelpass.timeline;

import static doppelpassdb.timeline.Tables.ACTIVITY_CARD;

import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Calendar;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.Meant;
import doppelpass.lists.plug.RecordList;
import doppelpass.search.Searches;
import doppelpass.search.Sought;
import doppelpass.web.Asked;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Activities in lists, the latest first; whom they are about is told by whoever keeps those records. */
@Component
class ActivityList implements RecordList {
    static final Set<String> KINDS = Arrays.stream(NewActivity.Kind.values())
            .map(NewActivity.Kind::code)
            .collect(Collectors.toUnmodifiableSet());

    private final ActivityColumns columns;
    private final Owned owned;
    private final Organisations organisations;
    private final Searches searches;

    ActivityList(ActivityColumns columns, Owned owned, Organisations organisations, Searches searches) {
        this.columns = columns;
        this.owned = owned;
        this.organisations = organisations;
        this.searches = searches;
    }

    /** Contact, company, lead and deal are columns of the modules that keep them. */
    @Override
    public Listing listing() {
        return new Listing(
                        "activities",
                        "activity",
                        ACTIVITY_CARD,
                        ACTIVITY_CARD.ID,
                        Set.of("q", "kind", "person", "from", "to"),
                        columns.all(),
                        List.of(
                                "subject",
                                "contact",
                                "company",
                                "deal",
                                "kind",
                                "direction",
                                "outcome",
                                "minutes",
                                "person",
                                "occurred"),
                        "occurred",
                        true)
                .by(new Calendar(
                        "activity.occurred_at",
                        ACTIVITY_CARD.OCCURRED_AT,
                        List.of("subject", "kind", "contact", "company", "lead", "deal")));
    }

    @Override
    public Condition where(Asked asked, Person reader) {
        return meant(asked, reader).where();
    }

    @Override
    public Meant meant(Asked asked, Person reader) {
        Condition all = asked(asked);
        if (asked.text("q").isEmpty()) return Meant.of(all);
        Sought sought = searches.read(asked.text("q"));
        return Meant.of(
                all,
                sought.along(ACTIVITY_CARD, ACTIVITY_CARD.ID, ACTIVITY_CARD.WORDS),
                sought.in(ACTIVITY_CARD.WORDS));
    }

    @Override
    public Set<Long> changeable(Collection<Long> ids, Person by) {
        return owned.among(ids, by);
    }

    /** All but the words. */
    private Condition asked(Asked asked) {
        ZoneId zone = organisations.get().zone();
        String kind = asked.oneOf("kind", KINDS);
        Long person = asked.number("person");
        LocalDate from = asked.day("from");
        LocalDate to = asked.day("to");
        Condition where = kind.isEmpty() ? DSL.noCondition() : ACTIVITY_CARD.KIND.eq(kind);
        where = person == null ? where : where.and(ACTIVITY_CARD.PERSON_ID.eq(person));
        where = from == null
                ? where
                : where.and(ACTIVITY_CARD.OCCURRED_AT.ge(from.atStartOfDay(zone).toInstant()));
        return to == null
                ? where
                : where.and(ACTIVITY_CARD.OCCURRED_AT.lt(
                        to.plusDays(1).atStartOfDay(zone).toInstant()));
    }
}
