package doppelpass.duplicates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Learns from the records themselves which values are common, so that sharing one of them says little. */
public final class Learning {
    /** So many records may share a value because they are one; what more of them have is common. */
    static final int TWINS = 4;
    /** More values of a trait than this are not told apart: all others count like the last of them. */
    static final int TOLD = 5_000;

    private Learning() {}

    /** From all profiles; for as many as fit into memory. */
    public static Model learn(List<Trait> traits, List<Profile> profiles) {
        List<Map<String, Long>> counted = new ArrayList<>();
        for (int trait = 0; trait < traits.size(); trait++) {
            Map<String, Long> counts = new HashMap<>();
            for (Profile one : profiles) one.of(trait).forEach(value -> counts.merge(value, 1L, Long::sum));
            counts.values().removeIf(count -> count <= TWINS);
            counted.add(counts);
        }
        return learn(counted, profiles.size());
    }

    /** {@code counted}: trait → plain value → how many of the {@code population} have it, the {@link #TOLD} most frequent. */
    static Model learn(List<Map<String, Long>> counted, long population) {
        List<Map<String, Double>> common = new ArrayList<>();
        List<Double> rest = new ArrayList<>();
        for (Map<String, Long> counts : counted) {
            Map<String, Double> shares = new HashMap<>();
            counts.forEach((value, count) -> {
                if (count > TWINS) shares.put(value, (double) (count - TWINS) / population);
            });
            common.add(shares);
            rest.add(
                    counts.size() < TOLD
                            ? 0
                            : shares.values().stream().min(Double::compare).orElse(0d));
        }
        return new Model(common, rest, Math.max(2, population));
    }
}
