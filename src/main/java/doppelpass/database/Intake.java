package doppelpass.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plug: what a module lets in from files, as data and set-based SQL. The importer writes parsed rows into a temporary
 * table {@code s} (one column a field, a link's resolved id in {@code <link>_id}, {@code row_no}, {@code source_id},
 * {@code record_id}, {@code own}: known by the key that lists export) and merges it into the module's table by {@code (source_system, source_id)}.
 */
public interface Intake {
    /** The object's name, for example {@code contact}. */
    String object();

    /** Smaller comes first when several objects are read together: links point to what is already there. */
    int order();

    /** The table rows go to; it has {@code id, import_id, source_system, source_id}. */
    String table();

    /**
     * A view {@code (id, source_system, source_id, name)} through which other objects' links find a record; where links
     * lead there, {@code shown} is what lists show of it.
     */
    String keys();

    /** The column that makes, with the id, the key by which exported records are known again; empty where none are. */
    default String recorded() {
        return "";
    }

    /** SQL over the table {@code t}: the id of the record a link leads to now. */
    default String linked(IntakeField link) {
        return "t." + link.name() + "_id";
    }

    List<IntakeField> fields();

    /** Further columns of the staged table, filled by {@link #prepare}: name → SQL type. */
    default Map<String, String> scratch() {
        return Map.of();
    }

    /**
     * What a required field takes where a row leaves it empty, from the row's other values (field → value); empty refuses
     * the row. It is remarked, and it never replaces what a known record has.
     */
    default Optional<String> standIn(String field, Map<String, String> values) {
        return Optional.empty();
    }

    /** Table column → SQL over {@code s}, beside the fields that carry a column of their own. */
    default Map<String, String> derived() {
        return Map.of();
    }

    /** As {@link #derived()}, but only for new rows: what later work changes and a second import must not reset. */
    default Map<String, String> initial() {
        return Map.of();
    }

    /**
     * As {@link #initial()}, and again for known rows that are {@code own}: what a second import must not reset, but a file
     * from here may change.
     */
    default Map<String, String> careful() {
        return Map.of();
    }

    /** Field → SQL condition over {@code s} of rows that cannot be; why is said by {@code importing.reason.contradiction.FIELD}. */
    default Map<String, String> contradictions() {
        return Map.of();
    }

    /** A changed row replaces the old one, which stays readable as known then. */
    default boolean corrects() {
        return false;
    }

    /** Runs for rows that are {@code own}, before anything else: takes out what only repeats what a list shows. */
    default void repeated(IntakeBatch batch) {}

    /** Runs first: fills {@code record_id} of rows whose record is known by more than the source's id, and what {@link #lacking} asks for. */
    default void recognise(IntakeBatch batch) {}

    /** Field → SQL condition over {@code s} of rows that must not become new records, because the field is empty. */
    default Map<String, String> lacking(IntakeBatch batch) {
        return Map.of();
    }

    /** Runs before the merge: {@code record_id} is the known record or null, {@code new_id} what a new one will get. */
    default void prepare(IntakeBatch batch) {}

    /** Runs after the merge: {@code change} says {@code inserted}, {@code updated} or {@code unchanged}. */
    default void follow(IntakeBatch batch) {}

    /** Takes back what {@link #prepare} and {@link #follow} left beside the module's main table. */
    default void undo(long importId) {}

    /** As {@link #undo}, after the rows of the main table are gone and changed ones restored. */
    default void undone(long importId) {}
}
