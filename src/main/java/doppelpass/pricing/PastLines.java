package doppelpass.pricing;

import java.util.List;

/** The lines of a deal with a past, and what held for them. */
public record PastLines(long deal, List<Line> lines, Terms terms) {
    public PastLines {
        lines = List.copyOf(lines);
    }

    public Calculation calculation() {
        return Calculation.of(lines, terms.discount());
    }
}
