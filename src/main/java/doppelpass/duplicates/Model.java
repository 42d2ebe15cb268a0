package doppelpass.duplicates;

import java.util.List;
import java.util.Map;

/**
 * What agreements are worth among these records (Fellegi and Sunter 1969).
 *
 * @param common trait → plain value → share of the records that have it, for the more frequent values
 * @param rest trait → the most that any other value can be shared
 * @param population how many records there are
 */
public record Model(List<Map<String, Double>> common, List<Double> rest, long population) {

    /** Before anything is known about the values: any may be a common one. */
    public static Model initial(List<Trait> traits, long population) {
        return new Model(
                traits.stream().map(t -> Map.<String, Double>of()).toList(),
                traits.stream().map(t -> 1d).toList(),
                population);
    }

    /**
     * Points for this degree: the binary logarithm of how many times likelier it is among records of the same one than
     * among strangers. The same value counts less the more records have it; one that is not common is had by half a stranger.
     */
    double points(int trait, Comparison comparison, Degree degree, String value) {
        double chance = comparison.chance(degree);
        if (degree == Degree.SAME) {
            Double share = common.get(trait).get(value);
            double rare = Math.max(rest.get(trait), comparison.strangers() / population);
            chance = share == null ? Math.min(chance, rare) : Math.max(chance / 10, share);
        }
        return log2(comparison.agreement(degree) / chance);
    }

    /** What two records must gather before they are as likely the same as not: as if each had one twin among all. */
    double hurdle() {
        return log2(Math.max(2, population));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
