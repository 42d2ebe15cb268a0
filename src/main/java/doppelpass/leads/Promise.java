package doppelpass.leads;

import doppelpass.core.BusinessCalendar;
import doppelpass.core.TeamFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One side of the mutual service level: how soon the receiving team acts. S1 accept or return, S2 first personal attempt
 * after accepting, M5 marketing takes up what came back, M7 marketing answers wishes and references, V2 sales answers
 * signals of service, V3 service takes over a won customer. Somebody who asked for contact waits shorter.
 */
public record Promise(Code code, boolean handRaise, int amount, Unit unit, int version) {
    public static final List<Promise> USUAL = List.of(
            new Promise(Code.S1, true, 4, Unit.BUSINESS_HOURS, 1),
            new Promise(Code.S1, false, 1, Unit.BUSINESS_DAYS, 1),
            new Promise(Code.S2, true, 1, Unit.BUSINESS_HOURS, 1),
            new Promise(Code.S2, false, 1, Unit.BUSINESS_DAYS, 1),
            new Promise(Code.M5, true, 2, Unit.BUSINESS_DAYS, 1),
            new Promise(Code.M5, false, 2, Unit.BUSINESS_DAYS, 1),
            new Promise(Code.M7, false, 2, Unit.BUSINESS_DAYS, 1),
            new Promise(Code.V2, false, 2, Unit.BUSINESS_DAYS, 1),
            new Promise(Code.V3, false, 2, Unit.BUSINESS_DAYS, 1));

    /** A promise and who gave it. */
    public enum Code {
        S1(TeamFunction.SALES),
        S2(TeamFunction.SALES),
        M5(TeamFunction.MARKETING),
        M7(TeamFunction.MARKETING),
        V2(TeamFunction.SALES),
        V3(TeamFunction.SERVICE);

        private final TeamFunction owner;

        Code(TeamFunction owner) {
            this.owner = owner;
        }

        public TeamFunction owner() {
            return owner;
        }

        /** Whether somebody who asked for contact waits shorter than others. */
        public boolean knowsHandRaise() {
            return this == S1 || this == S2 || this == M5;
        }
    }

    public enum Unit {
        BUSINESS_HOURS,
        BUSINESS_DAYS
    }

    public Promise {
        if (amount < 1 || amount > 100) throw new IllegalArgumentException("A promise of " + amount);
    }

    /** The moment by which it has to be kept, on the calendar of the team that promised. */
    public Instant due(Instant start, BusinessCalendar calendar) {
        return switch (unit) {
            case BUSINESS_HOURS -> calendar.due(start, Duration.ofHours(amount));
            case BUSINESS_DAYS -> calendar.addBusinessDays(start, amount);
        };
    }

    /** "4 business hours" in the reader's language. */
    public String words() {
        return doppelpass.web.Words.t("leads.promise." + unit, amount);
    }

    boolean about(Code other, boolean raised) {
        return code == other && handRaise == raised;
    }
}
