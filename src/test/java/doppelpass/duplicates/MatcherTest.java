package doppelpass.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points by hand: the numbers here are worked out from the shares in {@link Comparison}, not taken from a run. */
class MatcherTest {
    private static final List<Trait> PERSON = List.of(
            new Trait("given", Comparison.GIVEN),
            new Trait("family", Comparison.FAMILY),
            new Trait("mail", Comparison.MAIL),
            new Trait("phone", Comparison.PHONE),
            new Trait("employer", Comparison.EMPLOYER));

    @Test
    void eachTraitAddsTheLogarithmOfHowMuchLikelierItIsAmongTwins() {
        Match match = matcher(1024).match(person(1, "Anna", "Maier", "a@x.test"), person(2, "Anna", "Meier", null));
        // 0.72 / 0.008 = 90 → 6.492; 0.09 / 0.001 = 90 → 6.492; the mail is missing on one side and says nothing
        assertThat(match.evidence()).extracting(Match.Evidence::trait).containsExactly("given", "family");
        assertThat(match.evidence()).extracting(Match.Evidence::degree).containsExactly(Degree.SAME, Degree.TYPO);
        assertThat(match.points()).isCloseTo(12.984, within(0.001));
        assertThat(match.hurdle()).as("one twin among 1024").isEqualTo(10);
        assertThat(match.chance()).as("2.984 over the hurdle: 7.911 to 1").isCloseTo(0.8878, within(0.0005));
    }

    @Test
    void aDifferentNameSpeaksAgainst() {
        Match match = matcher(1024).match(person(1, "Anna", "Maier", null), person(2, "Bernd", "Maier", null));
        // 0.08 / 0.970 → −3.600; 0.78 / 0.002 = 390 → 8.607
        assertThat(match.points()).isCloseTo(5.007, within(0.001));
        assertThat(match.chance()).isLessThan(0.05);
    }

    @Test
    void aCommonValueCountsLessThanARareOne() {
        List<Map<String, Double>> common = List.of(Map.of(), Map.of("maier", 0.01), Map.of(), Map.of(), Map.of());
        Model model = new Model(common, List.of(0d, 0d, 0d, 0d, 0d), 100_000);
        // 0.78 / 0.01 = 78 → 6.285; a name that nobody else has: 0.78 / (0.5 / 100000) = 156000 → 17.251
        assertThat(model.points(1, Comparison.FAMILY, Degree.SAME, "maier")).isCloseTo(6.285, within(0.001));
        assertThat(model.points(1, Comparison.FAMILY, Degree.SAME, "xylander")).isCloseTo(17.251, within(0.001));
    }

    @Test
    void valuesThatManyHaveAreLearnedFromTheRecords() {
        List<Profile> people = new java.util.ArrayList<>();
        for (int i = 0; i < 100; i++) people.add(person(i, "Given" + i, i < 24 ? "Maier" : "Rare" + i, null));
        Model model = Learning.learn(PERSON, people);
        assertThat(model.common().get(1))
                .as("24 of 100, 4 of them may be twins")
                .containsOnly(Map.entry("maier", 0.2));
        assertThat(model.population()).isEqualTo(100);
    }

    @Test
    void namesInEachOthersFieldAreSeen() {
        Match match = matcher(1024).match(person(1, "Felix", "Anton", null), person(2, "Anton", "Felix", null));
        assertThat(match.evidence()).extracting(Match.Evidence::trait).containsExactly("exchanged");
        // 6.492 + 8.607 − 3
        assertThat(match.points()).isCloseTo(12.099, within(0.001));
    }

    @Test
    void colleaguesAreNoTwins() {
        Profile anna = Profile.of(1, PERSON, values("Anna", "Maier", null, "+49 89 123456-0", "Kern GmbH"));
        Profile bernd = Profile.of(2, PERSON, values("Bernd", "Schulz", null, "+49 89 123456-0", "Kern GmbH & Co. KG"));
        Match match = matcher(100_000).match(anna, bernd);
        assertThat(match.chance()).isLessThan(0.001);
        assertThat(match.evidence())
                .filteredOn(e -> e.comparison().shared())
                .extracting(Match.Evidence::points)
                .as("switchboard and firm count once, and for four points at most")
                .containsExactlyInAnyOrder(4d, 0d);
    }

    @ParameterizedTest
    @CsvSource({
        "GIVEN, Müller, MUELLER, SAME",
        "FAMILY, Meyer, Meier, TYPO",
        "FAMILY, Brown, Borwn, TYPO",
        "GIVEN, Rob, Robert, CLOSE",
        "GIVEN, Max, Maximilian, PART",
        "GIVEN, R., Robert, PART",
        "GIVEN, Anna, Bernd, OTHER",
        "ORGANISATION, Kern Antriebstechnik GmbH, KERN ANTRIEBSTECHNIK, SAME",
        "ORGANISATION, Antriebstechnik Kern AG, Kern Antriebstechnik GmbH, CLOSE",
        "ORGANISATION, Kern, Kern Antriebstechnik, PART",
        "MAIL, anna+fair@x.test, Anna@x.test, SAME",
        "MAIL, anna@x.test, anma@x.test, TYPO",
        "MAIL, post1@x.test, post2@x.test, OTHER",
        "MAIL, anna.maier@x.test, anna.maier@company.example, PART",
        "PHONE, 089 1234567, +49891234567, SAME",
        "PHONE, +4989123456710, +4989123456723, PART",
        "POSTCODE, 94032, 94023, TYPO",
        "POSTCODE, 94032, 94481, PART",
        "STREET, Hauptstraße 5, Hauptstr. 5, SAME",
        "STREET, Hauptstraße 5, Hauptstr. 7, PART",
        "DOMAIN, www.kern.de, kern.de, SAME",
        "DOMAIN, kern.de, kern.com, CLOSE",
        "DATE, 1971-06-24, 1971-05-24, TYPO",
        "DATE, 1971-06-12, 1971-12-06, TYPO",
        "DATE, 1971-06-24, 1982-11-03, OTHER",
        "IDENTIFIER, DE 123456789, DE123456789, SAME",
        "IDENTIFIER, DE123456789, DE123456798, TYPO"
    })
    void valuesAreAlikeToADegree(Comparison comparison, String one, String other, Degree degree) {
        assertThat(comparison.degree(comparison.plain(one), comparison.plain(other)))
                .isEqualTo(degree);
        assertThat(comparison.degree(comparison.plain(other), comparison.plain(one)))
                .isEqualTo(degree);
    }

    @Test
    void aSlipInOneTraitLeavesAnotherKey() {
        Keys keys = new Keys(PERSON);
        assertThat(shared(keys, person(1, "Anna", "Maier", "anna@x.test"), person(2, "Ana", "Meier", null)))
                .isNotEmpty();
        assertThat(shared(keys, person(1, "Felix", "Anton", null), person(2, "Anton", "Felix", null)))
                .isNotEmpty();
        assertThat(shared(keys, person(1, "Anna", "Maier", "anna@x.test"), person(2, "Tom", "Vogt", "anna@x.test")))
                .isNotEmpty();
        assertThat(shared(keys, person(1, "Anna", "Maier", "anna@x.test"), person(2, "Tom", "Vogt", "tom@y.test")))
                .isEmpty();
    }

    @Test
    void aChainOfHalfLikelyPairsDoesNotTieStrangers() {
        List<Match> chain =
                List.of(pair(1, 2, 0.99), pair(2, 3, 0.6), pair(4, 5, 0.9), pair(4, 6, 0.8), pair(5, 6, 0.7));
        // {1,2} and 3: (0.6 + nothing) / 2 = 0.3; {4,5} and 6: (0.8 + 0.7) / 2 = 0.75
        assertThat(Clusters.of(chain, 0.5)).containsExactlyInAnyOrder(List.of(1L, 2L), List.of(4L, 5L, 6L));
    }

    private static Match pair(long one, long other, double chance) {
        return new Match(one, other, chance, List.of(), 0);
    }

    private static Set<Long> shared(Keys keys, Profile one, Profile other) {
        Set<Long> both = new HashSet<>(keys.of(one));
        both.retainAll(keys.of(other));
        return both;
    }

    private static Matcher matcher(long population) {
        return new Matcher(PERSON, Model.initial(PERSON, population));
    }

    private static Profile person(long id, String given, String family, @Nullable String mail) {
        return Profile.of(id, PERSON, values(given, family, mail, null, null));
    }

    private static List<List<@Nullable String>> values(@Nullable String... values) {
        return Arrays.stream(values).map(value -> Arrays.asList(value)).toList();
    }
}
