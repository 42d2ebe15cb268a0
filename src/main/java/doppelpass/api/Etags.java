package doppelpass.api;

import java.util.Arrays;

/** Versions of records in headers. */
final class Etags {
    private Etags() {}

    /** Whether a header names this version, among several or as {@code *}; a proxy may have weakened it. */
    static boolean match(String header, String etag) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                .anyMatch(one -> one.equals("*") || one.equals(etag));
    }
}
