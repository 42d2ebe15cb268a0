package doppelpass.database;

import java.util.List;

/** What stands in an archive: enough to check every byte of it and to load it without looking into the rows. */
record Manifest(
        int format,
        String product,
        String madeAt,
        String postgres,
        List<String> migrations,
        List<Table> tables,
        List<Sequence> sequences) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /** {@code name} is schema-qualified and quoted where needed; {@code sha256} is of the rows as COPY writes them. */
    record Table(String name, List<String> columns, long rows, String sha256) {
        String entry() {
            return "tables/" + name + ".copy";
        }

        String copy() {
            return "copy " + name + " (" + String.join(", ", columns) + ")";
        }
    }

    /** The number the sequence gives next. */
    record Sequence(String name, long next) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
