package doppelpass.glossary;

import doppelpass.web.Chart;
import doppelpass.web.Words;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What figures would have been under a proposed rule, replayed over what happened. {@code tried} records were asked
 * ({@code all} of them, or the newest): {@code entering} would have met the rule but did not, {@code leaving} the other way
 * round, {@code moved} at another moment; {@code months} count them. Of the {@code untouched} figures nothing depends on
 * the rule, of the {@code untold} nobody can know.
 */
public record Effects(
        int tried,
        boolean all,
        int entering,
        int leaving,
        int moved,
        List<BackTest.Month> months,
        List<Effect> figures,
        List<Link> untouched,
        List<Link> untold) {

    /**
     * A figure before and after, in its own unit, null where undefined. {@code partly}: only of the records that stay,
     * because nobody knows what people would have answered to new ones.
     */
    public record Effect(
            String url,
            String owner,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            Shown shown,
            boolean partly) {}

    /** A figure in the reader's language and formats; asked when the page is made. */
    public interface Shown {
        String label();

        String before();

        String after();

        String change();
    }

    /** A figure's page, and its name in the reader's language. */
    public record Link(String url, Name name) {}

    @FunctionalInterface
    public interface Name {
        String label();
    }

    public boolean anyPartly() {
        return figures.stream().anyMatch(Effect::partly);
    }

    public boolean changeNothing() {
        return entering == 0 && leaving == 0 && moved == 0;
    }

    public String period() {
        return Words.month(months.getFirst().month()) + " – "
                + Words.month(months.getLast().month());
    }

    /** How many records met the rule, month by month. */
    public Chart chart(String title) {
        return BackTest.chart(title, months);
    }
}
