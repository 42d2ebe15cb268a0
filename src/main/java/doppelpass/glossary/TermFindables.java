package doppelpass.glossary;

import static doppelpassdb.glossary.Tables.TERM;
import static doppelpassdb.glossary.Tables.VERSION;

import doppelpass.identity.Person;
import doppelpass.search.plug.Command;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findables;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Terms in the search box, found in both languages and shown in the reader's. */
@Component
class TermFindables implements Findables {
    private static final Table<?> TERMS = DSL.select(
                    TERM.ID,
                    TERM.KEY,
                    VERSION.NAME_DE,
                    VERSION.NAME_EN,
                    VERSION.TEXT_DE,
                    VERSION.TEXT_EN,
                    VERSION.PROPOSED_AT)
            .distinctOn(TERM.ID)
            .from(TERM)
            .join(VERSION)
            .on(VERSION.TERM_ID.eq(TERM.ID))
            .where(VERSION.WITHDRAWN_AT.isNull().and(VERSION.VALID_TO.isNull()))
            .orderBy(TERM.ID, VERSION.AGREED_AT.isNull(), VERSION.NUMBER.desc())
            .asTable("term_found");

    @Override
    public List<Findable> of(Person reader) {
        boolean german = reader.language().equals("de");
        Field<String> text = of(german ? VERSION.TEXT_DE : VERSION.TEXT_EN);
        Field<?> words = Findable.words("{0} || ' ' || {1}", of(VERSION.NAME_DE), of(VERSION.NAME_EN));
        return List.of(new Findable(
                new Findable.Kind("term", "glossary.title", "book", "/glossary/term", "/glossary"),
                Findable.Source.of(TERMS, of(TERM.ID), words, of(VERSION.PROPOSED_AT))
                        .few(),
                Findable.Shown.of(
                        of(german ? VERSION.NAME_DE : VERSION.NAME_EN),
                        text,
                        Findable.url("/glossary/", of(TERM.KEY)))));
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("glossary.new", "/glossary/new", "plus"));
    }

    private static <T> Field<T> of(Field<T> column) {
        return Objects.requireNonNull(TERMS.field(column));
    }
}
