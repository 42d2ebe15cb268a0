package doppelpass.tags;

import static doppelpassdb.tags.Tables.TAG;
import static doppelpassdb.tags.Tables.TAG_CARD;

import doppelpass.rules.Relation;
import doppelpass.rules.Subject;
import doppelpass.rules.SubjectPlug;
import doppelpass.rules.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Lets rules ask for tags: {@code lead.tags.exists(t, t.name == "VIP")}. */
@Component
class TagSubjects implements SubjectPlug {
    private static final List<String> KINDS =
            List.of("lead", "contact", "company", "deal", "campaign", "activity", "task");

    @Override
    public List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        subjects.add(Subject.of("tag", "tags.tag", TAG_CARD, TAG_CARD.ID)
                .known("name", TAG_CARD.NAME, DSL.selectDistinct(TAG.NAME).from(TAG))
                .field("tagged_at", TAG_CARD.TAGGED_AT));
        KINDS.forEach(
                kind -> subjects.add(Subject.extending(kind, "tags." + kind).relation(tagsOf(kind))));
        return subjects;
    }

    private static Relation tagsOf(String kind) {
        return new Relation(
                "tags",
                true,
                "tag",
                Word.of("tags.of"),
                (owner, ownerKey, tag, tagKey) -> on(tag, TAG_CARD.KIND)
                        .eq(kind)
                        .and(on(tag, TAG_CARD.RECORD_ID).eq(ownerKey.cast(Long.class))));
    }

    private static <T> Field<T> on(Table<?> alias, Field<T> column) {
        return Objects.requireNonNull(alias.field(column));
    }
}
