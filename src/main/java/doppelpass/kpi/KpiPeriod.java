package doppelpass.kpi;

import doppelpass.core.MalformedText;
import doppelpass.core.Period;
import doppelpass.web.Refusal;
import doppelpass.web.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The period and the moment of knowledge as a page's address says them: {@code ?period=2026-Q2&known=2026-07-01}. */
public record KpiPeriod(
        Period period, String code, @Nullable LocalDate known, ZoneId zone) {

    /** Without a period: the last full month. */
    static KpiPeriod read(String period, String known, Instant now, ZoneId zone) {
        try {
            Period asked = period.isBlank()
                    ? Period.month(YearMonth.from(now.atZone(zone)).minusMonths(1))
                    : Period.parse(period);
            LocalDate day = known.isBlank() ? null : LocalDate.parse(known);
            return new KpiPeriod(asked, asked.code(), day, zone);
        } catch (MalformedText | DateTimeException e) {
            throw Refusal.of("kpi.error.period", period + " " + known);
        }
    }

    /** The end of the day, or null for "all we know now". */
    @Nullable
    Instant moment() {
        return known == null ? null : known.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public String query() {
        String query = "?period=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
        return known == null ? query : query + "&known=" + known;
    }

    public String label() {
        return label(period);
    }

    public static String label(String code) {
        return label(Period.parse(code));
    }

    static String label(Period period) {
        YearMonth first = YearMonth.from(period.from());
        return period.equals(Period.month(first)) ? Words.month(first) : period.code();
    }

    /** This period and the eleven before it. */
    List<Period> twelve() {
        List<Period> periods = new ArrayList<>(List.of(period));
        while (periods.size() < 12) periods.addFirst(periods.getFirst().previous());
        return periods;
    }

    /** What the period box offers: the last twelve months, four quarters and three years before now. */
    static List<String> offered(Instant now, ZoneId zone, String chosen) {
        YearMonth month = YearMonth.from(now.atZone(zone));
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 13; i++)
            codes.add(Period.month(month.minusMonths(i)).code());
        Period quarter = Period.quarter(month.getYear(), (month.getMonthValue() + 2) / 3);
        for (int i = 0; i < 5; i++, quarter = quarter.previous()) codes.add(quarter.code());
        for (int i = 0; i < 4; i++) codes.add(Period.year(month.getYear() - i).code());
        if (!codes.contains(chosen)) codes.addFirst(chosen);
        return codes;
    }
}
