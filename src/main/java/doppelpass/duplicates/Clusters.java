package doppelpass.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups of records that are one, from matches of two: the best matches first, and two groups become one only where the
 * matches between them are likely on average (average linkage), so that a chain of half-likely ones does not tie strangers.
 */
public final class Clusters {
    private final Map<Long, Integer> groupOf = new HashMap<>();
    private final List<List<Long>> groups = new ArrayList<>();
    private final Map<Long, Map<Long, Double>> chances = new HashMap<>();
    private final double likely;

    private Clusters(double likely) {
        this.likely = likely;
    }

    /** Groups of two and more; {@code likely} is the least chance that ties. A pair nobody compared counts as unlikely. */
    public static List<List<Long>> of(List<Match> matches, double likely) {
        Clusters clusters = new Clusters(likely);
        matches.forEach(m -> {
            clusters.chances.computeIfAbsent(m.first(), id -> new HashMap<>()).put(m.second(), m.chance());
            clusters.chances.computeIfAbsent(m.second(), id -> new HashMap<>()).put(m.first(), m.chance());
        });
        matches.stream()
                .filter(m -> m.chance() >= likely)
                .sorted(Comparator.comparingDouble(Match::chance)
                        .reversed()
                        .thenComparing(Match::first)
                        .thenComparing(Match::second))
                .forEach(m -> clusters.tie(m.first(), m.second()));
        return clusters.groups.stream().filter(g -> g.size() > 1).toList();
    }

    private void tie(long first, long second) {
        int a = group(first);
        int b = group(second);
        if (a == b || average(groups.get(a), groups.get(b)) < likely) return;
        groups.get(b).forEach(id -> groupOf.put(id, a));
        groups.get(a).addAll(groups.get(b));
        groups.set(b, List.of());
    }

    private double average(List<Long> left, List<Long> right) {
        double sum = 0;
        for (long one : left) {
            Map<Long, Double> known = chances.getOrDefault(one, Map.of());
            for (long other : right) sum += known.getOrDefault(other, 0d);
        }
        return sum / left.size() / right.size();
    }

    private int group(long id) {
        return groupOf.computeIfAbsent(id, fresh -> {
            groups.add(new ArrayList<>(List.of(fresh)));
            return groups.size() - 1;
        });
    }
}
