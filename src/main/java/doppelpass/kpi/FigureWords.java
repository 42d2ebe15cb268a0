package doppelpass.kpi;

import doppelpass.core.Money;
import doppelpass.core.Wilson;
import doppelpass.web.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values in the reader's language, and as numbers for charts. */
public final class FigureWords {
    private static final BigDecimal CENTS_UP_TO = BigDecimal.valueOf(1000);

    private FigureWords() {}

    public static String value(@Nullable BigDecimal value, Unit unit) {
        if (value == null) return Words.NONE;
        return switch (unit) {
            case MONEY -> money(value);
            case COUNT -> Words.number(value.setScale(0, RoundingMode.HALF_EVEN));
            case PERCENT -> Words.percent(value);
            case DAYS -> Words.t("kpi.days", Words.decimal(value, 1));
            case HOURS -> Words.t("kpi.hours", Words.decimal(value, 1));
            case RATIO -> Words.decimal(value, 2);
        };
    }

    public static String shown(Figure figure) {
        return value(figure.value(), figure.unit());
    }

    /** The change from the one to the other with its sign; shares in points. */
    public static String difference(Figure now, Figure before) {
        BigDecimal a = now.value();
        BigDecimal b = before.value();
        if (a == null || b == null) return Words.NONE;
        BigDecimal change = a.subtract(b);
        String text = now.unit() == Unit.PERCENT
                ? Words.t("kpi.points", Words.decimal(change.movePointRight(2), 1))
                : value(change, now.unit());
        return change.signum() > 0 ? "+" + text : text.replace("-", "−");
    }

    /** The address of the records behind a figure, for readers who may see records, else of the figure's page. */
    public static String records(String code, String query) {
        String records = "/kpis/" + code + "/records";
        return (Words.may("GET", records) ? records : "/kpis/" + code) + query;
    }

    /** How many cases stand behind a figure, and the interval of a share. */
    public static String cases(Figure figure) {
        String interval = interval(figure);
        return interval.isEmpty() ? Words.t("kpi.n", figure.n()) : Words.t("kpi.nAndInterval", figure.n(), interval);
    }

    /** The 95 % interval of a share, or nothing. */
    public static String interval(Figure figure) {
        return figure.interval()
                .map((Wilson i) -> Words.t("kpi.interval", Words.percent(i.low()), Words.percent(i.high())))
                .orElse("");
    }

    static @Nullable Double charted(@Nullable BigDecimal value, Unit unit) {
        if (value == null) return null;
        return switch (unit) {
            case MONEY ->
                value.movePointLeft(currency().getDefaultFractionDigits()).doubleValue();
            case PERCENT -> value.movePointRight(2).doubleValue();
            default -> value.doubleValue();
        };
    }

    static String symbol(Unit unit) {
        return switch (unit) {
            case MONEY -> Words.local().currency();
            case PERCENT -> "%";
            case DAYS, HOURS -> Words.t("kpi.unit." + unit.code());
            case COUNT, RATIO -> "";
        };
    }

    static int digits(Unit unit) {
        return List.of(Unit.MONEY, Unit.COUNT).contains(unit) ? 0 : 1;
    }

    /** Whole units from a thousand on: cents would only pretend precision. */
    private static String money(BigDecimal minor) {
        int digits = currency().getDefaultFractionDigits();
        BigDecimal major = minor.movePointLeft(digits);
        BigDecimal shown = major.abs().compareTo(CENTS_UP_TO) >= 0 ? major.setScale(0, RoundingMode.HALF_EVEN) : major;
        return Words.money(Money.of(shown, currency()));
    }

    private static Currency currency() {
        return Currency.getInstance(Words.local().currency());
    }
}
