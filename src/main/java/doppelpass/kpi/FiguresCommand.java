package doppelpass.kpi;

import doppelpass.console.Arguments;
import doppelpass.console.Command;
import doppelpass.console.Refused;
import doppelpass.console.Verb;
import doppelpass.core.Period;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code figures}: the KPIs' values for machines (JSON) and people (a table). Money is in major units, shares in percent. */
@Component
@Verb("figures")
class FiguresCommand implements Command {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> DIMENSIONS = List.of(
            "source", "channel", "campaign", "campaign-type", "stage", "team", "month", "reason", "state", "type");

    private final Kpis kpis;
    private final Organisations organisations;

    FiguresCommand(Kpis kpis, Organisations organisations) {
        this.kpis = kpis;
        this.organisations = organisations;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        arguments.allowOnly("from", "to", "by", "as-known-at", "kpi", "json");
        Organisation organisation = organisations
                .find()
                .orElseThrow(() -> new Refused("There is no organisation yet. Run ./doppelpass setup."));
        YearMonth from = month(arguments, "from");
        YearMonth to = month(arguments, "to");
        if (to.isBefore(from)) throw new Refused("--to " + to + " lies before --from " + from + ".");
        String by = by(arguments);
        List<String> codes = codes(arguments);
        Period whole = new Period(from.atDay(1), to.plusMonths(1).atDay(1));
        boolean months = "month".equals(by);
        List<Period> periods = months ? whole.months() : List.of(whole);
        List<Figure> figures =
                kpis.figures(new Question(codes, periods, months ? null : by, moment(arguments, organisation)));
        List<Map<String, @Nullable Object>> rows = figures.stream()
                .map(figure -> row(figure, from, to, by, organisation))
                .toList();
        if (arguments.flag("json")) {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rows));
        } else {
            print(rows, by, out);
            without(codes, figures).ifPresent(text -> out.println(by == null ? text : text + " by " + by));
        }
    }

    private static Map<String, @Nullable Object> row(
            Figure figure, YearMonth from, YearMonth to, @Nullable String by, Organisation organisation) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("key", figure.code());
        row.put("from", from.toString());
        row.put("to", to.toString());
        if (by != null) row.put("group", by.equals("month") ? figure.period().code() : figure.group());
        row.put("value", value(figure, organisation));
        row.put("unit", unit(figure.unit(), organisation));
        row.put("n", figure.n());
        return row;
    }

    /** Rounded to what can be read; a whole number has no decimals. */
    private static @Nullable BigDecimal value(Figure figure, Organisation organisation) {
        BigDecimal value = figure.value();
        if (value == null) return null;
        int digits = organisation.currency().getDefaultFractionDigits();
        BigDecimal shown = switch (figure.unit()) {
            case MONEY -> value.movePointLeft(digits).setScale(digits, RoundingMode.HALF_EVEN);
            case PERCENT -> value.movePointRight(2).setScale(4, RoundingMode.HALF_EVEN);
            default -> value.setScale(4, RoundingMode.HALF_EVEN);
        };
        BigDecimal stripped = shown.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String unit(Unit unit, Organisation organisation) {
        return switch (unit) {
            case MONEY -> organisation.currency().getCurrencyCode();
            case PERCENT -> "%";
            default -> unit.code();
        };
    }

    private static void print(List<Map<String, @Nullable Object>> rows, @Nullable String by, PrintStream out) {
        String line = by == null ? "%-6s%5$18s %6$-6s %7$8s%n" : "%-6s%4$-34s%5$18s %6$-6s %7$8s%n";
        out.printf(Locale.ROOT, line, "KPI", "", "", by == null ? "" : by, "value", "unit", "n");
        rows.forEach(row -> out.printf(
                Locale.ROOT,
                line,
                row.get("key"),
                "",
                "",
                row.get("group") == null ? "(none)" : row.get("group"),
                row.get("value") == null ? "–" : ((BigDecimal) row.get("value")).toPlainString(),
                row.get("unit"),
                row.get("n")));
    }

    private static java.util.Optional<String> without(List<String> codes, List<Figure> figures) {
        Set<String> missing = new TreeSet<>(codes);
        figures.forEach(figure -> missing.remove(figure.code()));
        return missing.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of("Nothing to show for: " + String.join(", ", missing));
    }

    private List<String> codes(Arguments arguments) {
        List<String> known = kpis.all().stream().map(Kpi::code).toList();
        List<String> wanted = arguments
                .option("kpi")
                .map(text ->
                        List.of(text.split(",")).stream().map(String::strip).toList())
                .orElse(known);
        wanted.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw new Refused("There is no KPI " + code + ". Known: " + String.join(", ", known) + ".");
        });
        return wanted;
    }

    private static @Nullable String by(Arguments arguments) {
        String by = arguments.option("by").orElse(null);
        if (by != null && !DIMENSIONS.contains(by)) {
            throw new Refused("Cannot group by " + by + ". Known: " + String.join(", ", DIMENSIONS) + ".");
        }
        return by;
    }

    private static YearMonth month(Arguments arguments, String name) {
        String text = arguments.required(name);
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new Refused("--" + name + " takes a month such as 2021-04, not " + text + ".");
        }
    }

    /** The end of the given day in the organisation's zone. */
    private static @Nullable Instant moment(Arguments arguments, Organisation organisation) {
        String text = arguments.option("as-known-at").orElse(null);
        try {
            return text == null
                    ? null
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(organisation.zone())
                            .toInstant();
        } catch (DateTimeException e) {
            throw new Refused("--as-known-at takes a day such as 2021-07-01, not " + text + ".");
        }
    }
}
