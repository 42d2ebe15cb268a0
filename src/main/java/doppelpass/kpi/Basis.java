package doppelpass.kpi;

/** What puts a record into a figure: open at an instant, an own date in the period, or the entry of its cohort. */
public enum Basis {
    STOCK,
    FLOW,
    COHORT
}
