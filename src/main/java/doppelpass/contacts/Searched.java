package doppelpass.contacts;

import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What the tables of this module ask of a single column. */
final class Searched {
    private Searched() {}

    /** Contains the words, whatever their case; {@code text} is an indexed lower-case expression. */
    static Condition contains(Field<String> text, String words) {
        return text.like("%" + DSL.escape(words.toLowerCase(Locale.ROOT), '!') + "%", '!');
    }
}
