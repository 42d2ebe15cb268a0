package doppelpass.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that tax offices and companies publish, and what one slip makes of them. */
class VatIdsTest {
    private static final List<String> KNOWN = List.of(
            "ATU13585627",
            "BE0428759497",
            "CHE-107.787.577 MWST",
            "DE136695976",
            "DK13585628",
            "FI20774740",
            "FR40303265045",
            "HR33392005961",
            "IT00743110157",
            "LU15027442",
            "PL8567346215",
            "SE123456789701");

    @Test
    void numbersThatThereAreAreValidHoweverTheyAreWritten() {
        for (String id : KNOWN) {
            assertThat(VatIds.valid(id)).as(id).isTrue();
            assertThat(VatIds.valid(" " + id.toLowerCase(java.util.Locale.ROOT).replace("", " ")))
                    .as(id)
                    .isTrue();
        }
        assertThat(VatIds.kept("che-107.787.577 mwst")).isEqualTo("CHE107787577MWST");
    }

    /** A check digit is made for this: one digit typed wrong is always found by all of these rules. */
    @Test
    void oneWrongDigitIsFound() {
        for (String id : KNOWN) {
            int place = id.length() - (id.startsWith("SE") ? 3 : id.endsWith("MWST") ? 6 : 1);
            for (char digit = '0'; digit <= '9'; digit++) {
                String slip = id.substring(0, place) + digit + id.substring(place + 1);
                assertThat(VatIds.valid(slip)).as(slip).isEqualTo(slip.equals(id));
            }
        }
    }

    @Test
    void theShapeOfTheCountryCountsWhereNoDigitIsChecked() {
        assertThat(VatIds.valid("NL004495445B01")).isTrue();
        assertThat(VatIds.valid("NL004495445C01")).isFalse();
        assertThat(VatIds.valid("EL094259216")).isTrue();
        assertThat(VatIds.valid("DE12345")).isFalse();
        assertThat(VatIds.valid("DEABCDEFGHI")).isFalse();
        assertThat(VatIds.valid("CH107787577")).as("the Swiss begin with CHE").isFalse();
        assertThat(VatIds.valid("NO123456785MVA")).as("not ours to judge").isTrue();
        assertThat(VatIds.valid("136695976")).as("no country").isFalse();
    }

    @Test
    void domainsAndMailAddressesThatCanBeAreToldFromThoseThatCannot() {
        for (String good : List.of("kern.example", "www.müller-bau.de", "a.b.co.uk", "xn--mller-kva.de", "KERN.AG"))
            assertThat(Hosts.domain(good)).as(good).isTrue();
        for (String bad : List.of("kern", "kern..de", "-kern.de", "kern.d", "kern.de/", "kern de", "kern.123", ""))
            assertThat(Hosts.domain(bad)).as(bad).isFalse();
        for (String good : List.of("erika@kern.example", "e.k+news@müller.de", "o'hara@kern.ie"))
            assertThat(Hosts.mail(good)).as(good).isTrue();
        for (String bad : List.of("erika", "@kern.de", "erika@kern", ".e@kern.de", "e..k@kern.de", "e k@kern.de"))
            assertThat(Hosts.mail(bad)).as(bad).isFalse();
    }
}
