package doppelpass.bin;

import doppelpass.timeline.Subject;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was deleted, whether it is a record with a page or one of a list only; written {@code activity-5}. */
public record Binned(String kind, long id) {
    private static final Pattern CODE = Pattern.compile("([a-z]{1,30})-(\\d{1,18})");

    static Binned of(Subject record) {
        return new Binned(record.kind().code(), record.id());
    }

    static Optional<Binned> parse(String code) {
        Matcher parts = CODE.matcher(code);
        return parts.matches()
                ? Optional.of(new Binned(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** The record with a page of its own, if it is one. */
    Optional<Subject> subject() {
        return Arrays.stream(Subject.Kind.values())
                .filter(known -> known.code().equals(kind))
                .findFirst()
                .map(known -> new Subject(known, id));
    }

    public String code() {
        return kind + "-" + id;
    }
}
