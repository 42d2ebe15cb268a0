package doppelpass.deals.views;

import doppelpass.deals.Stage;
import java.util.List;

/** One stage of the board: its first deals by expected close, and the sums of all of them. */
public record BoardColumn(Stage stage, Sums sums, List<DealRow> deals) {
    public BoardColumn {
        deals = List.copyOf(deals);
    }

    public boolean more() {
        return sums.count() > deals.size();
    }
}
