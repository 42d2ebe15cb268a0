package doppelpass.contacts;

/** Finds records that a file of this installation brings back, by the {@code record_key} that lists show and export. */
final class OwnKey {
    private OwnKey() {}

    static String found(String table) {
        return """
                update {s} s set record_id = t.id from TABLE t
                where s.record_id is null and t.id = left(substring(s.source_id from '^d([0-9]+)-[0-9]+$'), 18)::bigint
                  and s.source_id = 'd' || t.id || '-' || (extract(epoch from t.recorded_at) * 1000000)::bigint""".replace("TABLE", table);
    }
}
