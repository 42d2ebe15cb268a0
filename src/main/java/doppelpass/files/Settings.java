package doppelpass.files;

/** What administrators decide about files. Without a scanner's host nobody is asked; its port is clamd's. */
public record Settings(long largestBytes, String scannerHost, int scannerPort, boolean quarantine) {
    static final long MEGABYTE = 1L << 20;
    /** Beyond this the server itself takes no upload. */
    static final long MOST_MEGABYTES = 2_000;

    static final Settings USUAL = new Settings(25 * MEGABYTE, "", 3310, false);

    public boolean scans() {
        return !scannerHost.isEmpty();
    }

    public long largestMegabytes() {
        return largestBytes / MEGABYTE;
    }
}
