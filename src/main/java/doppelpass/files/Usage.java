package doppelpass.files;

/** How much is kept: files on records, and the different contents behind them with their sum. */
public record Usage(int files, int contents, long bytes, int quarantined, int infected) {}
