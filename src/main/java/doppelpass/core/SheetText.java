package doppelpass.core;

/** Texts that go into a file for spreadsheets. */
public final class SheetText {
    private SheetText() {}

    /**
     * A value that a spreadsheet would take for a formula gets an apostrophe, which an import takes off again (OWASP, CSV
     * injection).
     */
    public static String harmless(String value) {
        String start = value.replaceFirst("^[\\s\\p{Cntrl}\"',;]+", "");
        return !start.isEmpty() && "=+-@\uff1d\uff0b\uff0d\uff20".indexOf(start.charAt(0)) >= 0 ? "'" + value : value;
    }
}
