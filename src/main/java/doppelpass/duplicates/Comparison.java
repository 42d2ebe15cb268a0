package doppelpass.duplicates;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What kind of value a trait is: how it is made plain and compared, and how often two records of the same person or
 * company agree in it to each {@link Degree} ({@code agreement}) while strangers do by chance ({@code chance}).
 * Set beforehand after what is published on names and addresses: learning them from the records to be compared was
 * measured too, and was worse.
 */
public enum Comparison {
    GIVEN(Plain::words, Alike::name, List.of(.72, .09, .05, .06, .08), List.of(.008, .002, .010, .010, .970)),
    FAMILY(Plain::words, Alike::name, List.of(.78, .09, .04, .02, .07), List.of(.002, .001, .008, .003, .986)),
    ORGANISATION(
            Plain::organisation,
            Alike::organisation,
            List.of(.66, .08, .06, .10, .10),
            List.of(.0003, .0002, .002, .002, .9955)),
    /** Where a person works: colleagues share it, so it says less than a company's own name. */
    EMPLOYER(
            Plain::organisation,
            Alike::organisation,
            List.of(.66, .08, .06, .10, .10),
            List.of(.0006, .0002, .002, .002, .9952)),
    MAIL(Plain::mail, Alike::mail, List.of(.70, .09, .06, .05, .10), List.of(.00002, .00001, .0002, .0008, .99897)),
    PHONE(Plain::digits, Alike::phone, List.of(.75, .05, .001, .06, .14), List.of(.00003, .0001, .0001, .001, .99877)),
    DOMAIN(Plain::domain, Alike::domain, List.of(.80, .02, .05, .001, .13), List.of(.0002, .0001, .0002, .0001, .9994)),
    STREET(Plain::street, Alike::street, List.of(.66, .11, .05, .10, .08), List.of(.0002, .0002, .0004, .03, .9692)),
    POSTCODE(Plain::code, Alike::postcode, List.of(.80, .08, .001, .04, .08), List.of(.001, .004, .0001, .02, .9749)),
    CITY(Plain::words, Alike::place, List.of(.76, .10, .06, .02, .06), List.of(.01, .002, .01, .003, .975)),
    DATE(Plain::date, Alike::date, List.of(.74, .10, .07, .02, .07), List.of(.00005, .001, .003, .015, .98095)),
    IDENTIFIER(
            Plain::code,
            Alike::code,
            List.of(.80, .08, .001, .001, .12),
            List.of(.00001, .00001, .0001, .0001, .99978));

    private final UnaryOperator<String> plain;
    private final BiDegree alike;
    private final List<Double> agreement;
    private final List<Double> chance;

    @FunctionalInterface
    private interface BiDegree {
        Degree of(String a, String b);
    }

    Comparison(UnaryOperator<String> plain, BiDegree alike, List<Double> agreement, List<Double> chance) {
        this.plain = plain;
        this.alike = alike;
        this.agreement = agreement;
        this.chance = chance;
    }

    String plain(String value) {
        return plain.apply(value);
    }

    /** How many strangers have a value too that is not common. */
    double strangers() {
        return this == EMPLOYER ? 3 : 0.5;
    }

    boolean named() {
        return this == GIVEN || this == FAMILY;
    }

    /** What people share who work or live together: several of these say no more than one. */
    boolean shared() {
        return switch (this) {
            case EMPLOYER, PHONE, DOMAIN, STREET, POSTCODE, CITY -> true;
            case GIVEN, FAMILY, ORGANISATION, MAIL, DATE, IDENTIFIER -> false;
        };
    }

    /** Of two plain values. */
    Degree degree(String a, String b) {
        return alike.of(a, b);
    }

    double agreement(Degree degree) {
        return agreement.get(degree.ordinal());
    }

    double chance(Degree degree) {
        return chance.get(degree.ordinal());
    }
}
