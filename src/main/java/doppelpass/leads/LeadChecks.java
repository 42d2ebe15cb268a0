package doppelpass.leads;

import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.leads.Tables.LEAD;
import static doppelpassdb.timeline.Tables.ACTIVITY_FACT;

import doppelpass.core.TeamFunction;
import doppelpass.identity.People;
import doppelpass.identity.Team;
import doppelpass.quality.Check;
import doppelpass.quality.Checks;
import doppelpass.quality.Kind;
import doppelpass.quality.Moment;
import doppelpass.quality.Offending;
import doppelpass.quality.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What data care looks for among leads: those nobody has moved or touched for 30 days although it was somebody's turn, those
 * that wait longer in a state than its timer allows, and those whose day to look again has come.
 */
@Component
class LeadChecks implements Checks {
    private static final Duration STILL = Duration.ofDays(30);
    private static final Table<?> LEADS = LEAD.join(CONTACT_CARD).on(CONTACT_CARD.ID.eq(LEAD.CONTACT_ID));
    private static final Condition SOMEBODYS_TURN = LEAD.STATE.in("NEW", "OPEN", "MQL", "REWORK", "SAL", "SQL");

    private final Promises promises;
    private final People people;

    LeadChecks(Promises promises, People people) {
        this.promises = promises;
        this.people = people;
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check("still", Severity.HIGH, TeamFunction.SALES, LeadChecks::still),
                check("triage", Severity.MEDIUM, TeamFunction.MARKETING, moment -> waits(LeadState.NEW, moment)),
                check("idle", Severity.MEDIUM, TeamFunction.MARKETING, moment -> waits(LeadState.OPEN, moment)),
                check("revisit", Severity.MEDIUM, TeamFunction.MARKETING, LeadChecks::revisit),
                check("accepted", Severity.MEDIUM, TeamFunction.SALES, moment -> waits(LeadState.SAL, moment)),
                check("qualified", Severity.MEDIUM, TeamFunction.SALES, moment -> waits(LeadState.SQL, moment)));
    }

    private static Check check(
            String name, Severity severity, TeamFunction owner, Function<Moment, Offending> offending) {
        return Check.of("leads." + name, Kind.STALE, severity, owner, "/leads/", List.of("owner"), offending);
    }

    /** Longer in the state than its timer allows, on the calendar of the team that holds the lead. */
    private Offending waits(LeadState state, Moment moment) {
        int days = state.timer().orElseThrow();
        Map<String, List<Long>> regions = people.teams().stream()
                .collect(Collectors.groupingBy(
                        team -> String.valueOf(team.region()), Collectors.mapping(Team::id, Collectors.toList())));
        Condition wrong = LEAD.TEAM_ID.isNull().and(before(null, days, moment));
        for (List<Long> teams : regions.values()) {
            wrong = wrong.or(LEAD.TEAM_ID.in(teams).and(before(teams.getFirst(), days, moment)));
        }
        return new Offending(
                LEADS, LEAD.STATE.eq(state.name()), wrong, LEAD.ID, CONTACT_CARD.NAME, List.of(LEAD.STATE_SINCE));
    }

    private Condition before(@Nullable Long team, int days, Moment moment) {
        return LEAD.STATE_SINCE.lt(Lead.idleBefore(days, moment.now(), promises.calendar(team)));
    }

    /** Sent to rest until a day that has come. */
    private static Offending revisit(Moment moment) {
        return new Offending(
                LEADS,
                LEAD.STATE.in("NURTURE", "RECYCLED"),
                LEAD.REVISIT_ON.le(moment.today()),
                LEAD.ID,
                CONTACT_CARD.NAME,
                List.of(LEAD.REVISIT_ON));
    }

    private static Offending still(Moment moment) {
        Instant limit = moment.now().minus(STILL);
        return new Offending(
                LEADS,
                SOMEBODYS_TURN,
                LEAD.STATE_SINCE.lt(limit).and(LEAD.UPDATED_AT.lt(limit)).and(noActivitySince(limit)),
                LEAD.ID,
                CONTACT_CARD.NAME,
                List.of(LEAD.STATE, LEAD.STATE_SINCE));
    }

    private static Condition noActivitySince(Instant limit) {
        return DSL.notExists(DSL.selectOne()
                .from(ACTIVITY_FACT)
                .where(
                        ACTIVITY_FACT.LEAD_ID.eq(LEAD.ID),
                        DSL.condition(ACTIVITY_FACT.HAPPENED),
                        ACTIVITY_FACT.OCCURRED_AT.ge(limit)));
    }
}
