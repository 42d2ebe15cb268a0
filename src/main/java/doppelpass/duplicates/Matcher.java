package doppelpass.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says how likely two records are the same person or company: the sum of points of their traits over the hurdle. */
public final class Matcher {
    /** Two names in each other's field are as good as one slip. */
    private static final double EXCHANGED = 3;
    /** What neighbours may share at most, in points. */
    private static final double NEIGHBOURS = 4;

    private final List<Trait> traits;
    private final Model model;
    private final int given;
    private final int family;

    public Matcher(List<Trait> traits, Model model) {
        this.traits = traits;
        this.model = model;
        this.given = place(Comparison.GIVEN);
        this.family = place(Comparison.FAMILY);
    }

    /** A trait that one of both lacks says nothing. */
    public Match match(Profile a, Profile b) {
        List<Match.Evidence> evidence = new ArrayList<>(traits.size());
        for (int i = 0; i < traits.size(); i++) {
            if (!a.of(i).isEmpty() && !b.of(i).isEmpty()) evidence.add(best(i, a.of(i), i, b.of(i)));
        }
        exchange(a, b, evidence);
        if (contradicted(evidence)) countOnce(evidence);
        double points = evidence.stream().mapToDouble(Match.Evidence::points).sum() - model.hurdle();
        return new Match(a.id(), b.id(), 1 / (1 + Math.exp(-points * Math.log(2))), evidence, model.hurdle());
    }

    /** The best of all pairs of values. */
    private Match.Evidence best(int i, List<String> left, int weighed, List<String> right) {
        Trait trait = traits.get(weighed);
        Match.@Nullable Evidence best = null;
        for (String one : left) {
            for (String other : right) {
                Degree degree = trait.comparison().degree(one, other);
                double points = model.points(weighed, trait.comparison(), degree, one);
                if (best == null || points > best.points()) {
                    best = new Match.Evidence(trait.name(), trait.comparison(), degree, points);
                }
            }
        }
        return Objects.requireNonNull(best);
    }

    /** Takes given and family name the other way round where that fits better. */
    private void exchange(Profile a, Profile b, List<Match.Evidence> evidence) {
        if (given < 0 || family < 0 || evidence.isEmpty()) return;
        List<Match.Evidence> crossed = new ArrayList<>(2);
        if (!a.of(given).isEmpty() && !b.of(family).isEmpty())
            crossed.add(best(given, a.of(given), family, b.of(family)));
        if (!a.of(family).isEmpty() && !b.of(given).isEmpty())
            crossed.add(best(family, a.of(family), given, b.of(given)));
        double straight = evidence.stream()
                .filter(Matcher::name)
                .mapToDouble(Match.Evidence::points)
                .sum();
        double across = crossed.stream().mapToDouble(Match.Evidence::points).sum() - EXCHANGED;
        if (crossed.stream().noneMatch(e -> e.degree() == Degree.OTHER) && across > straight && across > 0) {
            evidence.removeIf(Matcher::name);
            evidence.add(0, new Match.Evidence("exchanged", Comparison.FAMILY, Degree.SAME, across));
        }
    }

    private static boolean contradicted(List<Match.Evidence> evidence) {
        return evidence.stream().anyMatch(e -> name(e) && e.degree() == Degree.OTHER);
    }

    /**
     * Colleagues and families share a house, a switchboard, a firm: under another name only the strongest of these counts, and
     * not for much.
     */
    private static void countOnce(List<Match.Evidence> evidence) {
        double left = NEIGHBOURS;
        for (Match.Evidence one : strongest(evidence)) {
            if (!one.comparison().shared() || one.points() <= 0) continue;
            double points = Math.min(left, one.points());
            evidence.set(
                    evidence.indexOf(one), new Match.Evidence(one.trait(), one.comparison(), one.degree(), points));
            left = 0;
        }
    }

    private static List<Match.Evidence> strongest(List<Match.Evidence> evidence) {
        return evidence.stream()
                .sorted(Comparator.comparingDouble(Match.Evidence::points).reversed())
                .toList();
    }

    private static boolean name(Match.Evidence evidence) {
        return evidence.comparison().named();
    }

    private int place(Comparison comparison) {
        for (int i = 0; i < traits.size(); i++) {
            if (traits.get(i).comparison() == comparison) return i;
        }
        return -1;
    }
}
