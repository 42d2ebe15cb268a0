package doppelpass.lists.plug;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that programs may send for a record.
 *
 * @param label the message that names it
 * @param required whether a record must have it
 * @param choices the codes it may have; empty where it is free
 * @param target the list a link leads to; null where it leads nowhere
 * @param once whether it is said only when the record is made
 * @param named whether a link may be the other record's name too
 */
public record EntryField(
        String name,
        String label,
        Kind kind,
        boolean required,
        List<String> choices,
        @Nullable String target,
        boolean once,
        boolean named) {
    /** Stands for colleagues where others name a list. */
    public static final String PEOPLE = "people";

    public EntryField {
        choices = List.copyOf(choices);
    }

    public static EntryField of(String name, String label, Kind kind) {
        return new EntryField(name, label, kind, false, List.of(), null, false, false);
    }

    public static EntryField text(String name, String label) {
        return of(name, label, Kind.TEXT);
    }

    public static EntryField choice(String name, String label, List<String> choices) {
        return new EntryField(name, label, Kind.CHOICE, false, choices, null, false, false);
    }

    public static EntryField link(String name, String label, String target) {
        return new EntryField(name, label, Kind.LINK, false, List.of(), target, false, false);
    }

    public EntryField must() {
        return new EntryField(name, label, kind, true, choices, target, once, named);
    }

    public EntryField atFirst() {
        return new EntryField(name, label, kind, required, choices, target, true, named);
    }

    public EntryField byName() {
        return new EntryField(name, label, kind, required, choices, target, once, true);
    }
}
