package doppelpass.gates;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A checklist one qualifies deals with. Its items are known by their codes, {@code bant.need}. */
public enum Framework {
    BANT("budget", "authority", "need", "timing"),
    CHAMP("challenges", "authority", "money", "prioritization"),
    MEDDICC(
            "metrics",
            "economic_buyer",
            "decision_criteria",
            "decision_process",
            "identify_pain",
            "champion",
            "competition");

    /** What the gates of the second, third and fourth stage usually ask of MEDDICC in addition to the one before. */
    private static final List<List<String>> USUAL_MEDDICC = List.of(
            List.of("metrics", "identify_pain"),
            List.of("economic_buyer", "decision_criteria"),
            List.of("decision_process", "champion", "competition"));

    private final List<String> items;

    Framework(String... names) {
        this.items = Arrays.stream(names)
                .map(name -> name().toLowerCase(Locale.ROOT) + "." + name)
                .toList();
    }

    public List<String> items() {
        return items;
    }

    static Optional<Framework> of(String code) {
        return Arrays.stream(values()).filter(f -> f.name().equals(code)).findFirst();
    }

    static boolean knows(String item) {
        return Arrays.stream(values()).anyMatch(f -> f.items.contains(item));
    }

    /**
     * What the gate of an open stage (0 is the first) usually asks: BANT and CHAMP three items, among them need or
     * challenges, from the second stage on; MEDDICC more with each stage.
     */
    Rule usual(int stage) {
        if (stage == 0) return Rule.NONE;
        if (this != MEDDICC)
            return stage == 1
                    ? new Rule(this, 3, Set.of(this == BANT ? "bant.need" : "champ.challenges"), Set.of())
                    : Rule.NONE;
        if (stage > USUAL_MEDDICC.size()) return Rule.NONE;
        Set<String> must = USUAL_MEDDICC.subList(0, stage).stream()
                .flatMap(List::stream)
                .map(name -> "meddicc." + name)
                .collect(Collectors.toSet());
        return new Rule(this, must.size(), must, Set.of());
    }
}
