package doppelpass.audit.views;

import doppelpass.timeline.Subject;
import doppelpass.web.Messages;
import doppelpass.web.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One change of one row: who, when, by which door, of which record, what before and after. */
public record Change(
        long id,
        Instant at,
        @Nullable Long actorId,
        String origin,
        @Nullable String cause,
        String table,
        String kind,
        @Nullable Long recordId,
        String action,
        boolean erased,
        List<Field> fields,
        Names names) {
    private static final Set<String> NAMING = Set.of("name", "code", "number");

    /** Somebody of ours; nobody where the door alone is known. */
    public Optional<String> actor() {
        return Optional.ofNullable(actorId).map(id -> names.people().getOrDefault(id, "#" + id));
    }

    public String did() {
        return Words.t("audit.did." + action);
    }

    /** What was changed: the record itself, or something that belongs to it. */
    public String thing() {
        String own = "audit.table." + table;
        return Messages.has(own) ? Words.t(own) : kindLabel();
    }

    public String kindLabel() {
        return label(kind);
    }

    public static String label(String kind) {
        String key = "audit.kind." + kind;
        return Messages.has(key) ? Words.t(key) : kind.replace('_', ' ');
    }

    public Optional<Subject> record() {
        return Names.subject(kind, recordId);
    }

    public String recordName() {
        String own = thing().equals(kindLabel()) ? "" : kindLabel() + " ";
        String number = recordId == null ? "" : named().orElseGet(() -> own + "#" + recordId);
        if (recordId != null && kind.equals("person")) return names.people().getOrDefault(recordId, number);
        return record().map(subject -> names.records().getOrDefault(subject, number))
                .orElse(number);
    }

    /** What the change itself calls its record, for kinds without a page. */
    private Optional<String> named() {
        return record().isPresent()
                ? Optional.empty()
                : fields.stream()
                        .filter(field -> NAMING.contains(field.name()))
                        .map(field -> action.equals("D") ? field.old() : field.fresh())
                        .findFirst();
    }

    /** Where the record is looked at, if it still is there. */
    public Optional<String> recordUrl() {
        if (recordId != null && kind.equals("person")) return Optional.of("/people/" + recordId);
        return record().filter(names.records()::containsKey).map(Subject::url);
    }

    /** The import or the bulk it belongs to, or the work that did it by itself. */
    public Optional<String> reason() {
        if (cause == null) return Optional.empty();
        String number = cause.substring(cause.lastIndexOf('-') + 1);
        String word = "audit.cause." + cause.split("-", 2)[0];
        return Optional.of(Messages.has(word) ? Words.t(word, number) : cause);
    }

    /** New records of an import: their values are not repeated here. */
    public boolean imported() {
        return action.equals("I") && fields.isEmpty();
    }

    public String icon() {
        return switch (action) {
            case "I" -> "plus";
            case "D", "T" -> "trash";
            case "E" -> "eraser";
            default -> "pencil";
        };
    }
}
