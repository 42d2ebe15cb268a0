package doppelpass.kpi;

/** Where the parts of a figure that rest on facts come from: worked out live, or kept from before. */
@FunctionalInterface
interface PartSource {
    Cells of(Formula part, Grid grid);
}
