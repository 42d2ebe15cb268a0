package doppelpass.timeline;

import java.util.List;

/**
 * Socket: columns that point to records without a foreign key, for whoever moves what belongs to one record to another.
 * Columns with a foreign key, and pairs of columns {@code kind} and {@code record_id}, are found without being told.
 */
public interface Moves {
    List<Reference> references();

    /** {@code column} of {@code table} holds ids of this kind of record. */
    record Reference(Subject.Kind kind, String table, String column) {}
}
