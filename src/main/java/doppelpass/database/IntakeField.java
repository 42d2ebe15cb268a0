package doppelpass.database;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field that files may fill. {@code column} is the table's column it goes to as it is, or null when SQL derives
 * something from it. {@code choices} are a choice's values, or the known ones of an open text; {@code target} is the
 * object a link points to; {@code words} name a field that people made up, null where messages do; {@code said} begins
 * the messages that are the words of its values, so that a file may say them in any language.
 */
public record IntakeField(
        String name,
        Type type,
        boolean required,
        @Nullable String column,
        int length,
        List<String> choices,
        @Nullable String target,
        @Nullable Words words,
        @Nullable String said) {

    /** What a value is; money in minor units, a time without a zone is the organisation's. */
    public enum Type {
        TEXT("text"),
        MAIL("text"),
        CHOICE("text"),
        LINK("text"),
        FLAG("boolean"),
        WHOLE("bigint"),
        MONEY("bigint"),
        DECIMAL("numeric"),
        /** Several choices, commas between them. */
        CHOICES("text"),
        DATE("date"),
        TIME("timestamptz");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }

    public static IntakeField text(String name, int length) {
        return new IntakeField(name, Type.TEXT, false, name, length, List.of(), null, null, null);
    }

    public static IntakeField of(String name, Type type) {
        return new IntakeField(name, type, false, name, 300, List.of(), null, null, null);
    }

    public static IntakeField choice(String name, String... values) {
        return new IntakeField(name, Type.CHOICE, false, name, 100, List.of(values), null, null, null);
    }

    /** A link to another object; it fills the column {@code NAME_id}. */
    public static IntakeField link(String name, String target) {
        return new IntakeField(name, Type.LINK, false, name + "_id", 300, List.of(), target, null, null);
    }

    public IntakeField must() {
        return new IntakeField(name, type, true, column, length, choices, target, words, said);
    }

    /** Fills this column instead of the one of its own name. */
    public IntakeField into(String otherColumn) {
        return new IntakeField(name, type, required, otherColumn, length, choices, target, words, said);
    }

    /** Fills no column by itself. */
    public IntakeField staged() {
        return new IntakeField(name, type, required, null, length, choices, target, words, said);
    }

    /** Its values are said by the messages that begin so; a text's are these and whatever else is written. */
    public IntakeField said(String prefix, List<String> values) {
        return new IntakeField(name, type, required, column, length, values, target, words, prefix);
    }

    public IntakeField said(String prefix) {
        return said(prefix, choices);
    }

    /** Several of these values. */
    public static IntakeField choices(String name, List<String> values) {
        return new IntakeField(name, Type.CHOICES, false, name, 2_000, values, null, null, null);
    }

    /** A field that people made up says itself what it is called. */
    public IntakeField called(Words own) {
        return new IntakeField(name, type, required, column, length, choices, target, own, said);
    }

    /** The message that names it. */
    public String label() {
        return words == null ? "importing.field." + name : words.label();
    }

    /**
     * What a field that people made up is called.
     *
     * @param headings what columns that hold it may be called
     * @param values what files may say for a choice, in small letters → the choice
     */
    public record Words(String label, List<String> headings, Map<String, String> values) {
        public Words {
            headings = List.copyOf(headings);
            values = Map.copyOf(values);
        }
    }

    public boolean link() {
        return type == Type.LINK;
    }
}
