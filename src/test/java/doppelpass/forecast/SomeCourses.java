package doppelpass.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** Courses of deals written straight into their tables, and a second way to count them: deal by deal, in loops. */
final class SomeCourses {
    private final DSLContext db;
    private final List<Course> told = new ArrayList<>();

    SomeCourses(DSLContext db) {
        this.db = db;
    }

    record Step(String kind, long stage, Instant at) {}

    record Course(List<Step> steps) {
        Step last() {
            return steps.getLast();
        }

        boolean closed() {
            return List.of("won", "lost").contains(last().kind());
        }
    }

    long tell(long amount, List<Step> steps) {
        told.add(new Course(steps));
        Step last = steps.getLast();
        long id = Objects.requireNonNull(db.fetchSingle(
                        "insert into deals.deal (name, stage_id, amount_minor, created_at, stage_since, closed_at, recorded_at)"
                                + " values ('Deal', {0}, {1}, {2}, {3}, {4}, {2}) returning id",
                        val(last.stage()),
                        val(amount),
                        val(utc(steps.getFirst().at())),
                        val(utc(last.at())),
                        DSL.val(told.getLast().closed() ? utc(last.at()) : null, OffsetDateTime.class))
                .get(0, Long.class));
        for (Step step : steps)
            db.execute(
                    "insert into deals.event (deal_id, kind, stage_id, amount_minor, occurred_at, recorded_at)"
                            + " values ({0}, {1}, {2}, {3}, {4}, {4})",
                    val(id), val(step.kind()), val(step.stage()), val(amount), val(utc(step.at())));
        return id;
    }

    /** {@code n/wins} by stage and band, for the bands that have any. */
    Map<String, String> counted(Instant at) {
        record Stay(Instant entered, long longest, boolean won, Instant closed) {}
        Map<Long, List<Stay>> stays = new HashMap<>();
        for (Course course : told) {
            Instant closed = course.last().at();
            if (!course.closed() || !closed.isAfter(at.minus(Duration.ofDays(730)))) continue;
            Map<Long, Instant> first = new TreeMap<>();
            Map<Long, Long> longest = new HashMap<>();
            for (int i = 0; i + 1 < course.steps().size(); i++) {
                Step step = course.steps().get(i);
                if (List.of("won", "lost").contains(step.kind())) continue;
                first.putIfAbsent(step.stage(), step.at());
                long days = Duration.between(
                                step.at(), course.steps().get(i + 1).at())
                        .toDays();
                longest.merge(step.stage(), days, Math::max);
            }
            first.forEach((stage, entered) -> stays.computeIfAbsent(stage, s -> new ArrayList<>())
                    .add(new Stay(
                            entered,
                            Objects.requireNonNull(longest.get(stage)),
                            course.last().kind().equals("won"),
                            closed)));
        }
        Map<String, String> counted = new TreeMap<>();
        stays.forEach((stage, all) -> {
            List<Long> lags = all.stream()
                    .map(s -> Duration.between(s.entered(), s.closed()).toDays())
                    .sorted()
                    .toList();
            long maturity = lags.get((9 * lags.size() + 9) / 10 - 1);
            for (int band : Chance.BANDS) {
                List<Stay> members = all.stream()
                        .filter(s -> s.longest() >= band)
                        .filter(s -> Duration.between(s.entered(), at).toDays() >= maturity)
                        .toList();
                if (!members.isEmpty())
                    counted.put(
                            stage + "+" + band,
                            members.size() + "/"
                                    + members.stream().filter(Stay::won).count());
            }
        });
        return counted;
    }

    private static Param<?> val(Object value) {
        return DSL.val(value);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
