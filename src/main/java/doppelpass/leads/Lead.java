package doppelpass.leads;

import doppelpass.core.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An episode of interest of one contact in one product line. Recycling keeps the id and raises the cycle; a state is
 * only ever left forwards, and every entry into one is kept.
 */
public record Lead(
        long id,
        long contactId,
        @Nullable Long companyId,
        String productLine,
        LeadState state,
        int cycle,
        String source,
        String channel,
        @Nullable Long campaignId,
        int intent,
        @Nullable String handRaise,
        @Nullable Long ownerId,
        @Nullable Long teamId,
        @Nullable LocalDate revisitOn,
        Instant createdAt,
        Instant stateSince) {

    /** One entry into a state. */
    public record Entry(@Nullable LeadState from, LeadState to, int cycle, Instant at) {}

    /** What became of an attempt to move a lead. */
    public sealed interface Step {}

    /** The lead as it is now and the states it entered on the way, oldest first. */
    public record Moved(Lead lead, List<Entry> entries) implements Step {}

    /** Nothing changed; the message says what is possible instead. */
    public record Refused(String key) implements Step {}

    /**
     * Moves forward, entering every state in between at the same moment. A moment before the present state began counts
     * as that beginning, so that no stage lasts a negative time.
     */
    public Step move(LeadState to, Instant at) {
        List<LeadState> path = state.pathTo(to);
        return path.isEmpty() ? refused() : walk(path, at);
    }

    /** Sends the lead to rest until the day; empty days and days already past are refused. */
    public Step recycle(@Nullable LocalDate revisit, LocalDate today, Instant at) {
        if (!state.next().contains(LeadState.RECYCLED)) return refused();
        if (revisit == null || !revisit.isAfter(today)) return new Refused("leads.error.revisit");
        Moved moved = walk(List.of(LeadState.RECYCLED), at);
        return new Moved(moved.lead().revisit(revisit), moved.entries());
    }

    /** Takes a won or lost lead back to the opportunity it was; the caller marks the end as replaced. */
    Step reopen(Instant at) {
        if (state != LeadState.WON && state != LeadState.LOST) return refused();
        return walk(List.of(LeadState.OPPORTUNITY), at);
    }

    public Lead ownedBy(@Nullable Long owner, @Nullable Long team) {
        return with(state, cycle, owner, team, revisitOn, stateSince);
    }

    /** Nobody moved it for longer than its state allows, or the day to look again has come. */
    public boolean idleAt(Instant now, BusinessCalendar calendar) {
        if (revisitOn != null && state.owner() == LeadState.Owner.MARKETING) {
            return !revisitOn.isAfter(LocalDate.ofInstant(now, calendar.zone()));
        }
        return state.timer()
                .map(days -> calendar.addBusinessDays(stateSince, days).isBefore(now))
                .orElse(false);
    }

    /** The moment before which a state must have begun for so many business days to be over now; exact to the second. */
    static Instant idleBefore(int businessDays, Instant now, BusinessCalendar calendar) {
        long late = now.getEpochSecond();
        // a year's search: nothing rests on longer timers, and a calendar without work days has none
        long early = late - Duration.ofDays(366).toSeconds();
        while (late - early > 1) {
            long middle = (early + late) / 2;
            boolean over = calendar.addBusinessDays(Instant.ofEpochSecond(middle), businessDays)
                    .isBefore(now);
            if (over) early = middle;
            else late = middle;
        }
        return Instant.ofEpochSecond(late);
    }

    private Moved walk(List<LeadState> path, Instant at) {
        Instant moment = at.isBefore(stateSince) ? stateSince : at;
        List<Entry> entries = new ArrayList<>();
        LeadState from = state;
        int round = cycle;
        for (LeadState to : path) {
            if (from == LeadState.RECYCLED) round++;
            entries.add(new Entry(from, to, round, moment));
            from = to;
        }
        // taken into nurture it still rests until its day
        LocalDate until = state == LeadState.RECYCLED && from == LeadState.NURTURE ? revisitOn : null;
        return new Moved(with(from, round, ownerId, teamId, until, moment), entries);
    }

    private Refused refused() {
        return new Refused("leads.error.next." + state);
    }

    private Lead revisit(LocalDate day) {
        return with(state, cycle, ownerId, teamId, day, stateSince);
    }

    private Lead with(
            LeadState to,
            int round,
            @Nullable Long owner,
            @Nullable Long team,
            @Nullable LocalDate revisit,
            Instant since) {
        return new Lead(
                id,
                contactId,
                companyId,
                productLine,
                to,
                round,
                source,
                channel,
                campaignId,
                intent,
                handRaise,
                owner,
                team,
                revisit,
                createdAt,
                since);
    }
}
