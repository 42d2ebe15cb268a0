package doppelpass.contacts;

/** Finds records that were merged into another one: what a file says of them undoes no merge, so it changes nothing. */
final class Merged {
    private Merged() {}

    static String found(String kind) {
        return """
                update {s} s set record_id = m.record_id, change = 'unchanged' from duplicates.successor m
                where s.record_id is null and m.kind = 'KIND' and m.source_system = {system} and m.source_id = s.source_id""".replace("KIND", kind);
    }
}
