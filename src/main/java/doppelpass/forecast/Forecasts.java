package doppelpass.forecast;

import doppelpass.database.Seeing;
import doppelpass.identity.Organisations;
import doppelpassdb.forecast.tables.records.EntryRecord;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The weighted forecast: chances counted from the history, frozen every Monday at six, held against what came. */
@Component
public class Forecasts {
    static final LocalTime HOUR = LocalTime.of(6, 0);
    private static final Duration PUNCTUAL = Duration.ofHours(1);

    private final HistoryTable history;
    private final ForecastTable table;
    private final Organisations organisations;
    private final Seeing seeing;
    private final Clock clock;

    Forecasts(HistoryTable history, ForecastTable table, Organisations organisations, Seeing seeing, Clock clock) {
        this.history = history;
        this.table = table;
        this.organisations = organisations;
        this.seeing = seeing;
        this.clock = clock;
    }

    /** Counts the chances anew as of now; lists and pages show these until the next count. */
    @Transactional
    public void count() {
        table.count(history.chances(clock.instant()), clock.instant());
    }

    List<Chance> chances() {
        return table.chances();
    }

    Optional<Instant> countedAt() {
        return table.countedAt();
    }

    /** Freezes the forecast due last unless that was done; later than an hour it is marked as late. False: nothing to do. */
    @Transactional
    public boolean freezeDue() {
        Instant now = clock.instant();
        return freeze(dueBefore(now, zone()), now);
    }

    /** The forecast as it was known at {@code at}, under the moment it was due. */
    @Transactional
    public boolean freeze(Instant due, Instant at) {
        if (table.taken(due)) return false;
        LocalDate month = LocalDate.ofInstant(due, zone()).withDayOfMonth(1);
        LocalDate day = LocalDate.ofInstant(at, zone());
        long won = history.won(at, zone()).getOrDefault(month, 0L);
        boolean late = at.isAfter(due.plus(PUNCTUAL));
        Optional<Long> id = table.insert(due, at, late, month, won);
        id.ifPresent(snapshot -> table.insert(
                worth(at).stream().map(w -> entry(snapshot, w, day)).toList()));
        return id.isPresent();
    }

    /** Mondays at six in this zone: the last one not after the moment. */
    static Instant dueBefore(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        ZonedDateTime due = local.toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atTime(HOUR)
                .atZone(zone);
        return (due.isAfter(local) ? due.minusWeeks(1) : due).toInstant();
    }

    /** Open deals as known at a moment, each with its chance then. */
    private List<Worth> worth(Instant at) {
        return worth(history.open(at), history.chances(at));
    }

    /** Open deals as they stand, with the chances counted last; a stage newer than that count makes them counted anew. */
    List<Worth> worthNow() {
        Instant now = clock.instant();
        List<OpenDeal> open = history.openNow(now);
        List<Chance> last = table.chances();
        Set<Long> known = last.stream().map(Chance::stageId).collect(Collectors.toSet());
        boolean covers = open.stream().map(OpenDeal::stageId).allMatch(known::contains);
        return worth(open, covers ? last : seeing.everything(() -> history.chances(now)));
    }

    private static List<Worth> worth(List<OpenDeal> open, List<Chance> counted) {
        Map<Long, Map<Integer, Chance>> chances = new HashMap<>();
        counted.forEach(c ->
                chances.computeIfAbsent(c.stageId(), stage -> new HashMap<>()).put(c.fromDay(), c));
        return open.stream()
                .filter(deal -> chances.containsKey(deal.stageId()))
                .map(deal -> {
                    Chance chance = Objects.requireNonNull(
                            chances.getOrDefault(deal.stageId(), Map.of()).get(Chance.band(deal.ageDays())));
                    return new Worth(deal, chance, chance.weighted(deal.amountMinor()));
                })
                .toList();
    }

    /** An open deal with its chance and what it is worth by it. */
    record Worth(OpenDeal deal, Chance chance, long weightedMinor) {
        /** In which it is expected; none where that day is over, as on the page. */
        @Nullable
        LocalDate month(LocalDate today) {
            LocalDate close = deal.close();
            return close == null || close.isBefore(today) ? null : close.withDayOfMonth(1);
        }
    }

    /** What had been won in each month, by its first day. */
    Map<LocalDate, Long> won() {
        return history.won(clock.instant(), zone());
    }

    /** Of the whole company, whoever reads: it is a figure, not its deals. */
    List<Frozen> frozen(YearMonth month) {
        return seeing.everything(() -> table.frozen(month.atDay(1)));
    }

    /** The finished months of the last year of whose first Monday there is a snapshot. */
    List<Accuracy> accuracy() {
        LocalDate now = LocalDate.ofInstant(clock.instant(), zone()).withDayOfMonth(1);
        return seeing.everything(() -> {
            Map<LocalDate, Long> won = won();
            return table.firsts(now.minusYears(1), now, zone()).stream()
                    .map(first ->
                            new Accuracy(first.month(), first.expectedMinor(), won.getOrDefault(first.month(), 0L)))
                    .toList();
        });
    }

    /** Whether the reader sees what forecasts are made of. */
    boolean open() {
        return seeing.sees("deal", "amount") && seeing.sees("deal", "expected_close");
    }

    /** Whether the reader sees only a part of the deals. */
    boolean limited() {
        return seeing.limited();
    }

    private static EntryRecord entry(long snapshot, Worth worth, LocalDate day) {
        EntryRecord row = new EntryRecord();
        row.setSnapshotId(snapshot);
        row.setDealId(worth.deal().id());
        row.setStageId(worth.deal().stageId());
        row.setPipelineId(worth.deal().pipelineId());
        row.setOwnerId(worth.deal().ownerId());
        row.setTeamId(worth.deal().teamId());
        row.setMonth(worth.month(day));
        row.setAmountMinor(worth.deal().amountMinor());
        row.setP(worth.chance().p());
        row.setWeightedMinor(worth.weightedMinor());
        return row;
    }

    private ZoneId zone() {
        return organisations.get().zone();
    }
}
