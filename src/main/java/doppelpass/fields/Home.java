package doppelpass.fields;

/** Socket: the table of a kind of record that has fields of its own and comes from no files; it has {@code id} and {@code fields}. */
public interface Home {
    String kind();

    /** {@code tasks.task} */
    String table();
}
