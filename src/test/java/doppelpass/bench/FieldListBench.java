package doppelpass.bench;

import doppelpass.fields.Definitions;
import doppelpass.fields.FieldForm;
import doppelpass.identity.Person;
import doppelpass.lists.ListRow;
import doppelpass.lists.Lists;
import doppelpass.lists.plug.RecordList;
import doppelpass.work.Queue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** The list of contacts filtered and sorted by fields people made up, beside hand-written SQL for the same rows. */
final class FieldListBench {
    private static final int SIZE = 50;
    private static final String BUDGET = "(case jsonb_typeof(c.fields -> 'budget') when 'number' then"
            + " cast((c.fields -> 'budget') as numeric) end)";
    /** The columns that the list of contacts shows. */
    static final String SHOWN = """
        select c.id, coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), c.mail), c.job_title, c.company_id,
               coalesce(k.name, c.company_text), c.mail, nullif(k.fit, 'unknown'), c.country, c.source, o.name, c.created_at
        from contacts.contact c left join contacts.company k on k.id = c.company_id
        left join identity.person o on o.id = c.owner_id
        """;

    private final Plain plain;
    private final ApplicationContext product;
    private final Lists lists;
    private final RecordList contacts;
    private final Person reader;
    private final Race race;

    FieldListBench(Plain plain, ApplicationContext product, Person reader, Race race) {
        this.plain = plain;
        this.product = product;
        this.lists = product.getBean(Lists.class);
        this.contacts = product.getBeansOfType(RecordList.class).values().stream()
                .filter(list -> list.listing().name().equals("contacts"))
                .findFirst()
                .orElseThrow();
        this.reader = reader;
        this.race = race;
    }

    List<Result> results() {
        return List.of(
                result(
                        "custom field filtered, newest first",
                        Map.of("where", "contact.x_badge == \"b77\""),
                        "where c.fields ->> 'badge' = 'b77'",
                        "order by c.created_at desc, c.id desc"),
                result(
                        "sorted by a custom field",
                        Map.of("sort", "x_budget", "desc", "true"),
                        "",
                        "order by " + BUDGET + " desc nulls last, c.id desc"));
    }

    /** Two thirds have values; the indexes are made as the product makes them. */
    static void fill(Plain plain, ApplicationContext product) {
        Definitions definitions = product.getBean(Definitions.class);
        for (List<String> field : List.of(List.of("text", "Badge"), List.of("number", "Budget")))
            definitions.add(new FieldForm(
                    "contact", field.getFirst(), field.getLast(), "", "", "", "", "", "", "", "", "", "", "yes"));
        plain.with(connection -> {
            try (var sql = connection.createStatement()) {
                sql.execute("update contacts.contact set fields = jsonb_build_object("
                        + "'badge', 'b' || id * 7919 % 20000, 'budget', id * 104729 % 100000) where id % 3 > 0");
                sql.execute("vacuum analyze contacts.contact");
            }
            return null;
        });
        product.getBean(Queue.class).runUntilIdle();
    }

    /** A filtered list says how many there are; how many there are of all it guesses. */
    private Result result(String name, Map<String, String> address, String where, String order) {
        Contender ours = () -> {
            var page = lists.open(contacts, new HashMap<>(address), reader);
            var counted = page.state().page();
            return () -> List.of(
                    page.rows().stream().map(ListRow::id).toList(), where.isEmpty() ? "about" : counted.count());
        };
        String sql = SHOWN + where + " " + order + " limit " + (SIZE + 1);
        String count = "select count(*) from contacts.contact c " + where;
        Contender byHand = () -> {
            List<List<Object>> rows = plain.rows(sql);
            Object all =
                    where.isEmpty() ? "about" : plain.rows(count).getFirst().getFirst();
            return () -> List.of(
                    rows.stream().limit(SIZE).map(row -> (Long) row.getFirst()).toList(), all);
        };
        return new Result("contact list, " + name, 0, race.run(name, ours, byHand), Result.Budget.list());
    }
}
