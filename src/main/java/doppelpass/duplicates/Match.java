package doppelpass.duplicates;

import java.util.Comparator;
import java.util.List;

/**
 * Two records, how likely they are the same one (0 to 1) and why.
 *
 * @param hurdle the points two records of these must gather to be as likely the same as not
 */
public record Match(long first, long second, double chance, List<Evidence> evidence, double hurdle) {

    /** What one trait says: {@code points} speak for it (positive) or against. */
    public record Evidence(String trait, Comparison comparison, Degree degree, double points) {
        /** The message that says it, {@code duplicates.why.SAME}, with the trait's word as its argument. */
        public String key() {
            return "duplicates.why." + degree;
        }

        public boolean speaksFor() {
            return points > 0;
        }
    }

    /** The strongest first, for or against. */
    static List<Evidence> reasons(List<Evidence> evidence) {
        return evidence.stream()
                .sorted(Comparator.comparingDouble((Evidence e) -> Math.abs(e.points()))
                        .reversed())
                .toList();
    }

    /** As people are told it: never certain. */
    public static String percent(double chance) {
        return Math.clamp(Math.round(100 * chance), 1, 99) + " %";
    }

    public double points() {
        return evidence.stream().mapToDouble(Evidence::points).sum();
    }

    public List<Evidence> reasons() {
        return reasons(evidence);
    }
}
