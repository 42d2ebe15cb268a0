package doppelpass.profit;

import java.util.Locale;

/** What moves profit, in the order of the bridge, each with the team that answers for it. */
public enum Driver {
    LEADS(Owner.MARKETING, Kind.VOLUME),
    /** Which segments the leads come from; only where the bridge looks into segments. */
    MIX(Owner.MARKETING, Kind.MIX),
    LEAD_TO_MQL(Owner.MARKETING, Kind.CONVERSION),
    /** The pass: two owners by design. */
    MQL_TO_SAL(Owner.BOTH, Kind.CONVERSION),
    SAL_TO_SQL(Owner.SALES, Kind.CONVERSION),
    SQL_TO_WIN(Owner.SALES, Kind.CONVERSION),
    DEAL_SIZE(Owner.SALES, Kind.SIZE),
    DB1_RATIO(Owner.CONTROLLING, Kind.MARGIN),
    /** All of a segment that has leads in one of the two states only. */
    NEW_OR_DROPPED(Owner.BOTH, Kind.NEW_OR_DROPPED),
    /** DB I that the funnel of the period does not carry, such as wins in a period without a single SQL. */
    OUTSIDE_FUNNEL(Owner.CONTROLLING, Kind.OUTSIDE_FUNNEL),
    /** Won in one period, posted in another: DB I of what was posted less DB I of what was won, at the period's margin. */
    TIMING(Owner.CONTROLLING, Kind.TIMING),
    MARKETING_COST(Owner.MARKETING, Kind.COST),
    SALES_COST(Owner.SALES, Kind.COST);

    /** Who explains the step in the jour fixe. */
    public enum Owner {
        MARKETING,
        BOTH,
        SALES,
        CONTROLLING
    }

    /** The coarser steps in which a segmented bridge is read. */
    public enum Kind {
        VOLUME,
        MIX,
        CONVERSION,
        SIZE,
        MARGIN,
        NEW_OR_DROPPED,
        OUTSIDE_FUNNEL,
        TIMING,
        COST
    }

    private final Owner owner;
    private final Kind kind;

    Driver(Owner owner, Kind kind) {
        this.owner = owner;
        this.kind = kind;
    }

    public Owner owner() {
        return owner;
    }

    public Kind kind() {
        return kind;
    }

    /** For message keys and stored bridges. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
