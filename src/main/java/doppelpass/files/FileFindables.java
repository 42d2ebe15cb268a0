package doppelpass.files;

import static doppelpassdb.files.Tables.FILE;

import doppelpass.identity.Person;
import doppelpass.records.Access;
import doppelpass.records.RecordKey;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findable.Texts;
import doppelpass.search.plug.Findables;
import doppelpass.timeline.Naming;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Files in the search box, by their names; a hit leads to the record that one lies on, for whoever may open it. */
@Component
class FileFindables implements Findables {
    private static final Findable.Kind FILES =
            new Findable.Kind("file", "files.title", "paperclip", "/files/on/contact-0", "");
    private static final Field<String> URL = DSL.concat(RecordKey.url(FILE.KIND, FILE.RECORD_ID), DSL.inline("#files"));

    private final Naming naming;
    private final Access access;

    FileFindables(Naming naming, Access access) {
        this.naming = naming;
        this.access = access;
    }

    @Override
    public List<Findable> of(Person reader) {
        return List.of(new Findable(
                FILES,
                Findable.Source.of(FILE, FILE.ID, FILE.WORDS, FILE.ADDED_AT)
                        .indexed("file_words")
                        .rowsOf("files.file")
                        .where(FILE.DELETED_AT.isNull().and(FILE.KIND.in(access.kinds(reader.roles()))))
                        .ownedBy(FILE.PERSON_ID),
                Findable.Shown.of(FILE.NAME, RecordKey.code(FILE.KIND, FILE.RECORD_ID), URL)
                        .on(FILE.ADDED_AT)
                        .read(this::read)));
    }

    private List<Texts> read(List<Texts> found) {
        List<String> names = naming.read(found.stream().map(Texts::remark).toList());
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Texts(found.get(i).title(), names.get(i), ""))
                .toList();
    }
}
