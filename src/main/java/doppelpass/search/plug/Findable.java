package doppelpass.search.plug;

import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Records of one kind: how they are called, where their words are, and what of them is shown. */
public record Findable(Kind kind, Source source, Shown shown) {

    /**
     * @param name what rules call one of them, {@code contact}
     * @param label a message key, the plural
     * @param page an address of their pages with a number, {@code /contacts/0}: who may open it finds them
     * @param list the list that answers {@code ?q=}, or empty
     */
    public record Kind(String name, String label, String icon, String page, String list) {}

    /**
     * Where to look.
     *
     * @param words {@code search.words(…)}, as the module's index has it
     * @param changed what ranks equals, the latest first
     * @param visible what the reader may see; part of every query
     * @param via a record they hang on whose words count as theirs
     * @param small a few hundred at most, which need no index
     * @param index the name of the index over the words, {@code contact_words}, or empty
     * @param numbers telephone numbers among the words, as {@code +49851…}, each with an index of its own
     * @param rows the table whose rows these are, {@code contacts.contact}, where not everybody sees all of them; or empty
     * @param entries conditions that together find all that may be seen and none twice, each along an index; one that says
     *     nothing where these are met soon among the latest, none where there is no good way to them
     * @param holder the record whose words these are, if they are another's
     */
    public record Source(
            Table<?> table,
            Field<Long> id,
            Field<?> words,
            Field<?> changed,
            @Nullable Field<Long> owner,
            Condition visible,
            @Nullable Via via,
            boolean small,
            String index,
            List<Field<String>> numbers,
            String rows,
            List<Condition> entries,
            @Nullable Via holder) {
        public static Source of(Table<?> table, Field<Long> id, Field<?> words, Field<?> changed) {
            return new Source(
                    table,
                    id,
                    words,
                    changed,
                    null,
                    DSL.noCondition(),
                    null,
                    false,
                    "",
                    List.of(),
                    "",
                    List.of(DSL.noCondition()),
                    null);
        }

        public Source ownedBy(Field<Long> person) {
            return new Source(
                    table, id, words, changed, person, visible, via, small, index, numbers, rows, entries, holder);
        }

        public Source where(Condition condition) {
            return new Source(
                    table,
                    id,
                    words,
                    changed,
                    owner,
                    visible.and(condition),
                    via,
                    small,
                    index,
                    numbers,
                    rows,
                    entries,
                    holder);
        }

        public Source via(Via other) {
            return new Source(
                    table, id, words, changed, owner, visible, other, small, index, numbers, rows, entries, holder);
        }

        public Source indexed(String name) {
            return new Source(
                    table, id, words, changed, owner, visible, via, small, name, numbers, rows, entries, holder);
        }

        @SafeVarargs
        public final Source numbered(Field<String>... fields) {
            return new Source(
                    table,
                    id,
                    words,
                    changed,
                    owner,
                    visible,
                    via,
                    small,
                    index,
                    List.of(fields),
                    rows,
                    entries,
                    holder);
        }

        public Source rowsOf(String relation) {
            return new Source(
                    table, id, words, changed, owner, visible, via, small, index, numbers, relation, entries, holder);
        }

        public Source foundBy(List<Condition> conditions) {
            return new Source(
                    table, id, words, changed, owner, visible, via, small, index, numbers, rows, conditions, holder);
        }

        public Source wordsOf(Via other) {
            return new Source(
                    table, id, words, changed, owner, visible, via, small, index, numbers, rows, entries, other);
        }

        public Source few() {
            return new Source(
                    table, id, words, changed, owner, visible, via, true, index, numbers, rows, entries, holder);
        }
    }

    /**
     * A record of {@code table} is meant where {@code key} is its {@code id}.
     *
     * @param rows as of a {@link Source}
     * @param entries as of a {@link Source}
     */
    public record Via(
            Field<Long> key,
            Table<?> table,
            Field<Long> id,
            Field<?> words,
            String index,
            String rows,
            Condition visible,
            List<Condition> entries) {
        public static Via of(Field<Long> key, Table<?> table, Field<Long> id, Field<?> words) {
            return new Via(key, table, id, words, "", "", DSL.noCondition(), List.of(DSL.noCondition()));
        }

        public Via indexed(String name) {
            return new Via(key, table, id, words, name, rows, visible, entries);
        }

        public Via rowsOf(String relation) {
            return new Via(key, table, id, words, index, relation, visible, entries);
        }

        public Via where(Condition condition) {
            return new Via(key, table, id, words, index, rows, visible.and(condition), entries);
        }

        public Via foundBy(List<Condition> conditions) {
            return new Via(key, table, id, words, index, rows, visible, conditions);
        }
    }

    /**
     * What a hit shows; {@code note} is a longer text an excerpt is taken from when only it has the words.
     *
     * @param moment shown beside it, where the day tells records apart
     * @param reading makes of what the fields say what people read
     */
    public record Shown(
            Field<String> title,
            Field<String> remark,
            @Nullable Field<String> note,
            @Nullable Field<?> moment,
            Field<String> url,
            Reading reading) {
        public static Shown of(Field<String> title, Field<String> remark, Field<String> url) {
            return new Shown(title, remark, null, null, url, texts -> texts);
        }

        public Shown note(Field<String> text) {
            return new Shown(title, remark, text, moment, url, reading);
        }

        public Shown on(Field<?> day) {
            return new Shown(title, remark, note, day, url, reading);
        }

        public Shown read(Reading how) {
            return new Shown(title, remark, note, moment, url, how);
        }
    }

    /** The texts of a hit; what there is not of them is empty. */
    public record Texts(String title, String remark, String note) {}

    /** Few hits at once, in their order; as many come back. */
    @FunctionalInterface
    public interface Reading {
        List<Texts> read(List<Texts> texts);
    }

    /** The words of a text that no view offers. */
    public static Field<Object> words(String template, Field<?>... parts) {
        return DSL.field("search.words(" + template + ")", Object.class, (Object[]) parts);
    }

    /** What there is of these, beside each other. */
    public static Field<String> beside(Field<?>... parts) {
        return DSL.field(
                "concat_ws(' · ', {0})",
                String.class,
                DSL.list(Arrays.stream(parts)
                        .map(part -> DSL.nullif(part.cast(String.class), DSL.inline("")))
                        .toList()));
    }

    /** {@code prefix} with the number behind it. */
    public static Field<String> url(String prefix, Field<?> key) {
        return DSL.concat(DSL.inline(prefix), key.cast(String.class));
    }
}
