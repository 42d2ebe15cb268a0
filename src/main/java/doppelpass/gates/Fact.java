package doppelpass.gates;

import doppelpass.deals.Deal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Something a gate can want to be written down about a deal itself. */
public enum Fact {
    AMOUNT("deals.amount", deal -> deal.amountMinor() > 0),
    EXPECTED_CLOSE("deals.expectedClose", deal -> deal.details().expectedClose() != null),
    COMPANY("deals.company", deal -> deal.details().companyId() != null),
    CONTACT("deals.contact", deal -> deal.details().contactId() != null),
    NEXT_STEP("deals.nextStep", deal -> deal.details().nextStep() != null);

    private final String label;
    private final Predicate<Deal> known;

    Fact(String label, Predicate<Deal> known) {
        this.label = label;
        this.known = known;
    }

    /** The message that names it. */
    public String label() {
        return label;
    }

    boolean known(Deal deal) {
        return known.test(deal);
    }

    static Optional<Fact> of(String code) {
        return Arrays.stream(values()).filter(fact -> fact.name().equals(code)).findFirst();
    }
}
