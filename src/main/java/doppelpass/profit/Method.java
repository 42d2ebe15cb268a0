package doppelpass.profit;

/** How a bridge was calculated; printed with it. */
public enum Method {
    LMDI,
    /** Where a driver is zero, negative or undefined in one of the two states. */
    SHAPLEY;

    static Method of(DriverTree<?> tree) {
        return tree.needsShapley() ? SHAPLEY : LMDI;
    }
}
