package doppelpass.core;

/** Texts that go into a file for spreadsheets. */
public final class SheetText {
    private SheetText() {}

    /**
     * A value that a spreadsheet would take for a formula gets an apostrophe, which an import takes off again (OWASP, CSV
     * injection).
     */
    public static String harmless(String value) {
        return formula(value) ? "'" + value : value;
    }

    /** A value that {@link #meant} gives back as it is, for files whose cells are texts and never formulas. */
    public static String lasting(String value) {
        return meant(value).equals(value) ? value : "'" + value;
    }

    /** The value before {@link #harmless}, whatever it was. */
    public static String meant(String cell) {
        return cell.startsWith("'") && formula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean formula(String value) {
        String start = value.replaceFirst("^[\\s\\p{Cntrl}\"',;]+", "");
        return !start.isEmpty() && "=+-@\uff1d\uff0b\uff0d\uff20".indexOf(start.charAt(0)) >= 0;
    }
}
