package doppelpass.meetings;

import doppelpass.core.BusinessCalendar;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Series and their dates: planned by rule, moved and cancelled by people; calendars are told. */
@Component
public class Meetings {
    /** So far ahead the dates of a series exist as meetings with an agenda of their own. */
    private static final int HORIZON_DAYS = 91;

    private final SeriesTable series;
    private final MeetingTable table;
    private final Organisations organisations;
    private final Invitations invitations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Meetings(
            SeriesTable series,
            MeetingTable table,
            Organisations organisations,
            Invitations invitations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.series = series;
        this.table = table;
        this.organisations = organisations;
        this.invitations = invitations;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Meeting> find(long id) {
        return table.find(id);
    }

    public Optional<Series> findSeries(long id) {
        return series.find(id);
    }

    public List<Series> running() {
        return series.running();
    }

    /** Running and coming, the next one first. */
    public List<Meeting> ahead(int limit) {
        return table.after(clock.instant().minusSeconds(3600), limit);
    }

    public List<Meeting> past(int limit) {
        return table.before(clock.instant(), limit);
    }

    /** Creates the series, plans its dates and invites everybody. */
    @Transactional
    public long found(SeriesPlan plan, String firstModerator) {
        LocalDateTime start = plan.rule().firstFrom(plan.start());
        long id = series.insert(
                new Series(
                        0,
                        UUID.randomUUID() + "@" + invitations.domain(),
                        plan.name(),
                        plan.rule(),
                        start,
                        plan.minutes(),
                        plan.hostId(),
                        "",
                        firstModerator,
                        plan.skipHolidays(),
                        0,
                        false,
                        plan.participants()),
                clock.instant());
        plan(id);
        invitations.invite(get(id), get(id).participants());
        return id;
    }

    /** Meetings that are still ahead move along with their agenda; held ones stay as they were. */
    @Transactional
    public void change(long id, SeriesPlan plan) {
        Series old = series.lock(id).filter(s -> !s.ended()).orElseThrow(Refusal::notFound);
        boolean moved = plan.reschedules(old);
        LocalDateTime start = moved ? plan.rule().firstFrom(notPast(plan.start())) : old.start();
        Set<Long> gone = new HashSet<>(old.participants());
        plan.participants().forEach(gone::remove);
        int sequence = old.sequence() + (moved || !gone.isEmpty() ? 1 : 0);
        series.change(new Series(
                id,
                old.uid(),
                plan.name(),
                plan.rule(),
                start,
                plan.minutes(),
                plan.hostId(),
                "",
                old.firstModerator(),
                plan.skipHolidays(),
                sequence,
                false,
                plan.participants()));
        if (moved) realign(get(id));
        plan(id);
        invitations.uninvite(get(id), gone);
        Set<Long> told = new HashSet<>(plan.participants());
        if (!moved && plan.name().equals(old.name())) old.participants().forEach(told::remove);
        invitations.invite(get(id), told);
    }

    /** Ends the series: what is ahead is cancelled, what was held stays. */
    @Transactional
    public void end(long id) {
        Series old = series.lock(id).filter(s -> !s.ended()).orElseThrow(Refusal::notFound);
        series.end(id, old.sequence() + 1, clock.instant());
        table.of(id).stream()
                .filter(m -> m.state().ahead() && m.startsAt().isAfter(clock.instant()))
                .forEach(m -> table.cancel(m.id(), m.sequence() + 1, ""));
        invitations.uninvite(get(id), old.participants());
    }

    /** Moves one date; the others stay. */
    @Transactional
    public void shift(Meeting meeting, LocalDateTime to) {
        Instant starts = to.atZone(zone()).toInstant();
        if (!meeting.state().ahead() || starts.isBefore(clock.instant())) throw Refusal.of("meetings.error.past");
        table.move(meeting.id(), meeting.originalAt(), starts, meeting.minutes(), next(meeting));
        invitations.reschedule(table.find(meeting.id()).orElseThrow());
    }

    @Transactional
    public void cancel(Meeting meeting, String reason) {
        if (!table.cancel(meeting.id(), next(meeting), reason.strip())) {
            throw Refusal.conflict("meetings.error.notAhead");
        }
        invitations.callOff(table.find(meeting.id()).orElseThrow());
        events.publishEvent(new MeetingCancelled(meeting.id()));
    }

    /** Adds the dates of every series that have come within the horizon. */
    @Transactional
    public void planAll() {
        series.running().forEach(s -> plan(s.id()));
    }

    private void plan(long id) {
        Series s = series.lock(id).orElseThrow();
        Set<LocalDateTime> known = new HashSet<>();
        List<Meeting> all = table.of(id);
        all.forEach(m -> known.add(m.originalAt()));
        String moderator = all.isEmpty() ? s.firstModerator() : all.getLast().writer();
        for (LocalDateTime date : dates(s)) {
            if (known.contains(date)) continue;
            table.insert(s, date, date.atZone(zone()).toInstant(), moderator);
            moderator = moderator.equals("marketing") ? "sales" : "marketing";
        }
    }

    /** The first meeting ahead takes the first new date and so on; what finds no date is cancelled. */
    private void realign(Series s) {
        List<LocalDateTime> dates = dates(s);
        List<Meeting> ahead = table.of(s.id()).stream()
                .filter(m -> m.state().ahead() && m.startsAt().isAfter(clock.instant()))
                .toList();
        for (int i = 0; i < ahead.size(); i++) {
            Meeting m = ahead.get(i);
            if (i < dates.size()) {
                LocalDateTime date = dates.get(i);
                table.move(m.id(), date, date.atZone(zone()).toInstant(), s.minutes(), s.sequence());
            } else {
                table.cancel(m.id(), s.sequence(), "");
            }
        }
    }

    private List<LocalDateTime> dates(Series s) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone());
        LocalDate from = s.start().toLocalDate().isAfter(today) ? s.start().toLocalDate() : today;
        List<LocalDateTime> dates = new ArrayList<>(s.dates(from, from.plusDays(HORIZON_DAYS), calendar()));
        dates.removeIf(date -> !date.atZone(zone()).toInstant().isAfter(clock.instant()));
        return dates;
    }

    /** A series that already ran takes its new rhythm from today; the meetings before stay as they were. */
    private LocalDateTime notPast(LocalDateTime wish) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone());
        return wish.toLocalDate().isBefore(today) ? today.atTime(wish.toLocalTime()) : wish;
    }

    private Series get(long id) {
        return series.find(id).orElseThrow(Refusal::notFound);
    }

    private int next(Meeting meeting) {
        return Math.max(meeting.sequence(), meeting.series().sequence()) + 1;
    }

    public ZoneId zone() {
        return organisations.get().zone();
    }

    private BusinessCalendar calendar() {
        return organisations.get().calendar(null);
    }

    /** The meeting, if it is any of this person's business. */
    public Meeting get(long id, Person reader) {
        return table.find(id).filter(m -> m.visibleTo(reader)).orElseThrow(Refusal::notFound);
    }
}
