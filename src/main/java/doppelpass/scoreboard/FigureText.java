package doppelpass.scoreboard;

import doppelpass.kpi.Figure;
import doppelpass.kpi.Unit;
import doppelpass.web.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Figures in the reader's formats, by their unit; an undefined one is a dash. */
public final class FigureText {
    private FigureText() {}

    public static String shown(Figure figure) {
        return text(figure.unit(), figure.value());
    }

    /** The change from the one to the other with its sign; shares in points. */
    public static String difference(Figure now, Figure before) {
        BigDecimal a = now.value();
        BigDecimal b = before.value();
        if (a == null || b == null) {
            return Words.NONE;
        }
        BigDecimal change = a.subtract(b);
        String text = now.unit() == Unit.PERCENT
                ? Words.t("scoreboard.points", Words.decimal(change.movePointRight(2), 1))
                : text(now.unit(), change);
        return change.signum() > 0 ? "+" + text : text.replace("-", "−");
    }

    private static String text(Unit unit, @Nullable BigDecimal value) {
        if (value == null) {
            return Words.NONE;
        }
        return switch (unit) {
            case MONEY -> Words.whole(Math.round(value.doubleValue()));
            case COUNT -> Words.number(value);
            case PERCENT -> Words.percent(value);
            case DAYS -> Words.t("scoreboard.days", Words.decimal(value, 1));
            case HOURS -> Words.t("scoreboard.hours", Words.decimal(value, 1));
            case RATIO -> Words.decimal(value, 2);
        };
    }
}
