package doppelpass.rules;

import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** Texts to offer where a value is typed: who owns, which stage, which product. */
@Component
class KnownTexts {
    private static final int MOST = 300;

    private final DSLContext db;

    KnownTexts(DSLContext db) {
        this.db = db;
    }

    /** In their order; the first of very many. */
    List<String> of(SubjectField field) {
        Select<Record1<String>> known = field.known();
        if (known == null) return List.of();
        var texts = known.asTable("texts");
        var text = Objects.requireNonNull(texts.field(0, String.class));
        return db.select(text)
                .from(texts)
                .where(text.ne(""))
                .orderBy(text)
                .limit(MOST)
                .fetch(text);
    }
}
