package doppelpass.leads;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Why a pass came back, a lead waits, ended, or was lost: the signed lists, without "other". The texts are messages,
 * {@code leads.reason.R01}.
 */
public enum Reason {
    R01(Kind.RETURN, Route.REWORK),
    R02(Kind.RETURN, Route.REWORK),
    R03(Kind.RETURN, Route.MERGED),
    R04(Kind.RETURN, Route.DISQUALIFIED),
    R05(Kind.RETURN, Route.OTHER_TEAM),
    R06(Kind.RETURN, Route.RECYCLED),
    R07(Kind.RETURN, Route.DISQUALIFIED),
    R08(Kind.RETURN, Route.REWORK),
    R09(Kind.RETURN, Route.SALES_LEAD),
    R10(Kind.RETURN, Route.DISPUTE),
    T01(Kind.TEAM, Route.SENDER),
    T02(Kind.TEAM, Route.SENDER),
    T03(Kind.TEAM, Route.SENDER),
    T04(Kind.TEAM, Route.SENDER),
    T05(Kind.TEAM, Route.SENDER),
    Y01(Kind.RECYCLE, Route.RECYCLED),
    Y02(Kind.RECYCLE, Route.RECYCLED),
    Y03(Kind.RECYCLE, Route.RECYCLED),
    Y04(Kind.RECYCLE, Route.RECYCLED),
    Y05(Kind.RECYCLE, Route.RECYCLED),
    Y06(Kind.RECYCLE, Route.RECYCLED),
    D01(Kind.DISQUALIFY, Route.DISQUALIFIED),
    D02(Kind.DISQUALIFY, Route.DISQUALIFIED),
    D03(Kind.DISQUALIFY, Route.DISQUALIFIED),
    D04(Kind.DISQUALIFY, Route.DISQUALIFIED),
    D05(Kind.DISQUALIFY, Route.DISQUALIFIED),
    D06(Kind.DISQUALIFY, Route.DISQUALIFIED),
    D07(Kind.DISQUALIFY, Route.DISQUALIFIED),
    L01(Kind.LOSS, Route.LOST),
    L02(Kind.LOSS, Route.LOST),
    L03(Kind.LOSS, Route.LOST),
    L04(Kind.LOSS, Route.LOST),
    L05(Kind.LOSS, Route.LOST),
    L06(Kind.LOSS, Route.LOST),
    L07(Kind.LOSS, Route.LOST),
    L08(Kind.LOSS, Route.LOST),
    L09(Kind.LOSS, Route.LOST),
    L10(Kind.LOSS, Route.LOST),
    L11(Kind.LOSS, Route.LOST);

    private final Kind kind;
    private final Route route;

    Reason(Kind kind, Route route) {
        this.kind = kind;
        this.route = route;
    }

    /** Which of the lists the reason stands in. */
    public enum Kind {
        RETURN,
        TEAM,
        RECYCLE,
        DISQUALIFY,
        LOSS
    }

    /** Where the lead goes for that reason. A wrong territory and lacking capacity do not count as returns. */
    public enum Route {
        REWORK,
        MERGED,
        DISQUALIFIED,
        OTHER_TEAM,
        RECYCLED,
        SALES_LEAD,
        DISPUTE,
        LOST,
        SENDER
    }

    public Kind kind() {
        return kind;
    }

    public Route route() {
        return route;
    }

    public String key() {
        return "leads.reason." + name();
    }

    /** A dispute, a lack of capacity and a no to another team say more than a code: somebody has to answer them. */
    public boolean needsNote() {
        return route == Route.SALES_LEAD || route == Route.DISPUTE || route == Route.SENDER;
    }

    public static List<Reason> of(Kind kind) {
        return Arrays.stream(values()).filter(r -> r.kind == kind).toList();
    }

    public static Optional<Reason> of(String code) {
        return Arrays.stream(values()).filter(r -> r.name().equals(code)).findFirst();
    }
}
