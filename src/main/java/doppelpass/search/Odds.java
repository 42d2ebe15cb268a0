package doppelpass.search;

import doppelpass.search.Sought.Part;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be said beforehand about how many rows have what is sought, so that the way to them is chosen well. Whatever it
 * says, the rows found are the same.
 *
 * @param known beginning → the first {@link #MANY} known words that begin so; missing where that is not known
 * @param numbers beginning → the first {@link #MANY} telephone numbers that begin so; there may be other numbers
 * @param partly whether the reader sees a part: then an index has many rows that do not count
 */
record Odds(Shares shares, Map<String, List<String>> known, Map<String, List<String>> numbers, boolean partly) {
    /** So many words are looked up; who finds fewer knows all. */
    static final int MANY = 16;
    /** Few enough rows to read each and look at the other words there. */
    private static final int FEW = 2_000;
    /** Of a word's rows it is no news that they have another of this share. */
    private static final double COMMON = 0.3;
    /** The latest records that are looked at: so many, or more where the words are common and met on the way. */
    private static final List<Integer> LATEST = List.of(60, 200, 500);
    /** Of what is sought, among the latest. */
    private static final int WANTED = 10;

    /** How many of the latest records to look at; of numbers nothing is known but that many begin as short ones do. */
    int latest(Sought sought) {
        if (partly && sought.words().stream().anyMatch(this::vague)) return LATEST.getLast();
        boolean vague = sought.words().stream().anyMatch(word -> word.matches("\\d{1,7}"));
        if (vague && !(sought.numeric() && some(sought.ways().getFirst()).isPresent())) return LATEST.getLast();
        double share = sought.ways().stream().mapToDouble(this::likely).max().orElse(0);
        return LATEST.stream()
                .filter(rows -> rows * share >= WANTED)
                .findFirst()
                .orElse(LATEST.getFirst());
    }

    /** Whether it is neither found soon along an index nor among the latest. */
    boolean scattered(Sought sought) {
        return ofAPart(sought, false) && seldom(sought);
    }

    /** Whether what is sought is hardly among the latest. */
    private boolean seldom(Sought sought) {
        return sought.ways().stream().mapToDouble(this::likely).max().orElse(0) * LATEST.getLast() < WANTED;
    }

    /** Whether an index would bring up very many of everybody's rows for whoever sees a part: it is quicker to look at all of theirs. */
    boolean ofAPart(Sought sought, boolean exact) {
        return partly && sought.ways().stream().anyMatch(way -> way.stream().noneMatch(part -> rare(part, exact)));
    }

    boolean ofAPart(Part part) {
        return partly && !rare(part);
    }

    /** Whether so few rows have it that an index has them at once. */
    boolean rare(Part part) {
        return rare(part, false);
    }

    private boolean rare(Part part, boolean exact) {
        return most(part, exact) * shares.rows() <= FEW;
    }

    /**
     * The parts of a way to ask an index for: the rarest alone if few rows have it, which then are read; else all but those
     * that most rows have.
     */
    List<Part> asked(List<Part> way, boolean exact) {
        if (shares.rows() <= FEW) return way;
        Part rarest = way.stream()
                .min(Comparator.comparingDouble(part -> most(part, exact)))
                .orElseThrow();
        if (rare(rarest, exact)) return List.of(rarest);
        List<Part> telling = way.stream()
                .filter(part -> exact ? likely(part.complete()) < COMMON : likely(part) < COMMON)
                .toList();
        return telling.isEmpty() ? List.of(rarest) : telling;
    }

    /** Instead of a part that very many words begin with, the first of these words alone: they are enough as a rule. */
    Optional<Part> some(List<Part> way) {
        if (way.stream().anyMatch(this::rare)) return Optional.empty();
        return way.stream()
                .filter(part -> !part.whole())
                .flatMap(part -> part.spellings().stream()
                        .map(word -> known.getOrDefault(word, numbers.getOrDefault(word, List.of())))
                        .filter(words -> words.size() >= MANY)
                        .map(this::uncommon))
                .filter(words -> !words.isEmpty())
                .map(words -> new Part(words, true, List.of()))
                .findFirst();
    }

    private List<String> uncommon(List<String> words) {
        return words.stream().filter(word -> !shares.common().containsKey(word)).toList();
    }

    private boolean vague(String beginning) {
        return known.getOrDefault(beginning, List.of()).size() >= MANY || beginning.matches("\\d{1,7}");
    }

    private double likely(List<Part> way) {
        return way.stream().mapToDouble(this::likely).reduce(1, (a, b) -> a * b);
    }

    private double likely(Part part) {
        return Math.min(
                1,
                part.spellings().stream()
                        .mapToDouble(
                                word -> part.whole() ? shares.common().getOrDefault(word, 0f) : shares.ofBegun(word))
                        .sum());
    }

    private double most(Part part, boolean exact) {
        double sum = 0;
        for (String word : part.spellings()) {
            List<String> words = known.get(word);
            if (exact || part.whole()) sum += shares.of(word);
            else sum += words == null || words.size() >= MANY ? 1 : shares.ofBegun(word, words.size());
        }
        if (!exact) sum += part.known().stream().mapToDouble(shares::of).sum();
        return Math.min(1, sum);
    }
}
