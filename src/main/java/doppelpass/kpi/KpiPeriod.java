package doppelpass.kpi;

import doppelpass.core.FiscalYear;
import doppelpass.core.MalformedText;
import doppelpass.core.Period;
import doppelpass.identity.Organisation;
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
import java.util.stream.Stream;
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
        return Words.periodName(period);
    }

    /** This period and the eleven before it. */
    List<Period> twelve() {
        List<Period> periods = new ArrayList<>(List.of(period));
        while (periods.size() < 12) periods.addFirst(periods.getFirst().previous());
        return periods;
    }

    /** What the period box offers: the running month, fiscal quarter and year and those before: 12, 4 and 3. */
    static List<String> offered(Instant now, Organisation organisation, String chosen) {
        YearMonth month = YearMonth.from(now.atZone(organisation.zone()));
        FiscalYear year = organisation.fiscalYear(month);
        List<String> codes = new ArrayList<>();
        Stream.iterate(Period.month(month), Period::previous).limit(13).forEach(p -> codes.add(p.code()));
        Stream.iterate(year.quarter(month), Period::previous).limit(5).forEach(p -> codes.add(p.code()));
        Stream.iterate(year.period(), Period::previous).limit(4).forEach(p -> codes.add(p.code()));
        if (!codes.contains(chosen)) codes.addFirst(chosen);
        return codes;
    }
}
