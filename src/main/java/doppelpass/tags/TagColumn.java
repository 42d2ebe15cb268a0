package doppelpass.tags;

import static doppelpassdb.tags.Tables.TAG_CARD;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.MoreColumns;
import doppelpass.lists.plug.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The column of tags in every list, written in place or for many records at once. */
@Component
class TagColumn implements MoreColumns {
    private final Tags tags;

    TagColumn(Tags tags) {
        this.tags = tags;
    }

    @Override
    public List<Column> of(Listing listing) {
        String kind = listing.subject();
        Field<String[]> names = DSL.array(DSL.select(TAG_CARD.NAME)
                .from(TAG_CARD)
                .where(TAG_CARD.KIND.eq(kind))
                .and(TAG_CARD.RECORD_ID.eq(listing.id()))
                .orderBy(DSL.lower(TAG_CARD.NAME)));
        Field<String> typed = DSL.field("array_to_string({0}, ', ')", SQLDataType.CLOB, names);
        Editing editing = new Editing(
                Editing.Input.TAGS,
                typed,
                () -> tags.all().stream().map(TagRow::name).toList(),
                UnaryOperator.identity(),
                false,
                new Tagging(tags, kind));
        return List.of(new Column("tags", "tags.title", new Shape.Tags(), List.of(names), DSL.lower(typed), editing));
    }

    private record Tagging(Tags tags, String kind) implements Editing.Change {
        @Override
        public void set(long id, String value, Person by) {
            tags.tag(kind, id, value, by);
        }

        @Override
        public Set<Long> setAll(Map<Long, String> values, Person by) {
            Map<String, List<Long>> alike =
                    values.keySet().stream().collect(Collectors.groupingBy(id -> values.getOrDefault(id, "")));
            alike.forEach((value, ids) -> tags.tag(kind, ids, value, by));
            return values.keySet();
        }
    }
}
