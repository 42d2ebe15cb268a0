package doppelpass.bench;

import doppelpass.core.Period;
import doppelpass.kpi.Figure;
import doppelpass.kpi.Kpis;
import doppelpass.kpi.LiveFigures;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** A year of the scoreboard's figures, and its page over HTTP, beside one hand-written pass over the facts they rest on. */
final class ScoreboardBench {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final YearMonth THIS = YearMonth.from(TestClock.START.atZone(ZONE));
    private static final List<YearMonth> MONTHS =
            IntStream.rangeClosed(-11, 0).mapToObj(THIS::plusMonths).toList();
    private static final List<String> CODES = List.of(
            "K01", "K37", "K36", "K33", "K38", "K38a", "K38b", "K39", "K17", "K18", "K19", "K20", "K22", "K03", "K25",
            "K26", "K42c");

    /** New leads, the month they first reached a state, wins with their amounts, promises kept, complete hand-overs, feedback. */
    private static final String SCAN = """
        with months as (select timestamptz '{from}' as first, timestamptz '{to}' as next)
        select 'K17', to_char(created_at at time zone 'Europe/Berlin', 'YYYY-MM'), count(*)::numeric
        from leads.lead, months where created_at >= first and created_at < next and state <> 'MERGED' group by 1, 2
        union all
        select case state when 'MQL' then 'K18' when 'SAL' then 'K19' else 'K20' end,
               to_char(reached at time zone 'Europe/Berlin', 'YYYY-MM'), count(*)
        from (select lead_id, state, min(occurred_at) as reached from leads.entry
              where replaced_at is null and state in ('MQL', 'SAL', 'SQL') group by lead_id, state) e, months
        where reached >= first and reached < next group by 1, 2
        union all
        select unnest(array['K22', 'K03']), month, unnest(array[deals, amount])
        from (select to_char(occurred_at at time zone 'Europe/Berlin', 'YYYY-MM') as month,
                     count(*)::numeric as deals, sum(amount_minor) as amount
              from deals.event, months
              where kind = 'won' and replaced_at is null and occurred_at >= first and occurred_at < next group by 1) won
        union all
        select 'K37', to_char(due at time zone 'Europe/Berlin', 'YYYY-MM'), avg(kept::int)::numeric
        from (select due_accept_at as due, coalesce(decided_at <= due_accept_at and no_capacity_at is null, false) as kept
              from leads.handover where kind = 'mql' and outcome is distinct from 'withdrawn'
              union all
              select due_response_at, coalesce(first_response_at <= due_response_at, false)
              from leads.handover where kind = 'mql' and outcome is distinct from 'withdrawn'
              union all
              select decided_at, coalesce(reason, '') <> '' and coalesce(note, '') <> ''
              from leads.handover where kind = 'mql' and outcome = 'returned') promises, months
        where due >= first and due < next and due <= timestamptz '{now}' group by 1, 2
        union all
        select 'K38a', to_char(offered_at at time zone 'Europe/Berlin', 'YYYY-MM'), avg(complete::int)::numeric
        from leads.handover, months where kind = 'mql' and offered_at >= first and offered_at < next group by 1, 2
        union all
        select 'K39', to_char(occurred_at at time zone 'Europe/Berlin', 'YYYY-MM'),
               avg((coalesce(reason, '') <> '' and coalesce(note, '') <> '')::int)::numeric
        from leads.entry, months
        where replaced_at is null and state in ('LOST', 'DISQUALIFIED', 'RECYCLED', 'REWORK')
          and occurred_at >= first and occurred_at < next group by 1, 2\
        """;

    private final Plain plain;
    private final Kpis kpis;
    private final WebClient browser;
    private final LiveFigures live;
    private final Race slow;
    private final Race quick;

    ScoreboardBench(ApplicationContext product, Plain plain, WebClient browser, Race slow, Race quick) {
        this.plain = plain;
        this.kpis = product.getBean(Kpis.class);
        this.live = product.getBean(LiveFigures.class);
        this.browser = browser;
        this.slow = slow;
        this.quick = quick;
    }

    List<Result> results() {
        return List.of(
                new Result(
                        "scoreboard, worked out anew",
                        0,
                        slow.run("anew", figures(() -> live.series(CODES, MONTHS)), scan()),
                        Result.Budget.ratio(3)),
                new Result(
                        "scoreboard, from kept figures",
                        0,
                        quick.run("figures", figures(() -> kpis.series(CODES, MONTHS)), scan()),
                        Result.Budget.p95(100)),
                new Result(
                        "scoreboard page over HTTP",
                        0,
                        quick.run("page", page(), nothingShown()),
                        Result.Budget.p95(100)));
    }

    private Contender figures(Supplier<Map<String, List<Figure>>> source) {
        return () -> {
            Map<String, List<Figure>> series = source.get();
            return () -> {
                Map<String, BigDecimal> values = new TreeMap<>();
                for (String code : List.of("K17", "K18", "K19", "K20", "K22", "K03", "K37", "K38a", "K39")) {
                    List<Figure> figures = series.get(code);
                    for (int i = 0; i < figures.size(); i++) {
                        put(
                                values,
                                code,
                                MONTHS.get(i).toString(),
                                figures.get(i).value());
                    }
                }
                return values;
            };
        };
    }

    private Contender scan() {
        String sql = SCAN.replace(
                        "{from}", Period.month(MONTHS.getFirst()).from(ZONE).toString())
                .replace("{now}", TestClock.START.toString())
                .replace("{to}", Period.month(THIS).to(ZONE).toString());
        return () -> {
            List<List<Object>> rows = plain.rows(sql);
            return () -> {
                Map<String, BigDecimal> values = new TreeMap<>();
                rows.forEach(
                        row -> put(values, (String) row.getFirst(), (String) row.get(1), (BigDecimal) row.getLast()));
                if (values.isEmpty()) throw new AssertionError("The scan finds nothing: no comparison");
                return values;
            };
        };
    }

    /** Months in which nothing happened are no row in SQL and a zero in a series. */
    private static void put(Map<String, BigDecimal> values, String code, String month, BigDecimal value) {
        if (value != null && value.signum() != 0) {
            values.put(
                    code + " " + month, value.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros());
        }
    }

    private Contender page() {
        return () -> {
            var answer = browser.get("/scoreboard");
            return () -> answer.statusCode() == 200 && answer.body().contains("</html>");
        };
    }

    private Contender nothingShown() {
        Contender scan = scan();
        return () -> {
            Supplier<Object> values = scan.run();
            return () -> values.get() != null;
        };
    }
}
