package doppelpass.bench;

import doppelpass.core.Cursor;
import doppelpass.core.PageRequest;
import doppelpass.identity.Person;
import doppelpass.leads.LeadState;
import doppelpass.lists.ListPage;
import doppelpass.lists.ListRow;
import doppelpass.lists.Lists;
import doppelpass.lists.plug.RecordList;
import doppelpass.testing.WebClient;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** The list of leads: through its front door and as the whole page over HTTP, beside hand-written SQL for the same rows. */
final class LeadListBench {
    private static final int SIZE = 50;
    private static final int COUNTED = 10_000;
    private static final String RUNNING = LeadState.runningStates().stream()
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", ", "l.state in (", ")"));
    private static final String SHOWN = """
        select l.id, l.contact_id, l.company_id, l.product_line, l.state, l.cycle, l.source, l.channel, l.intent, l.hand_raise,
               l.owner_id, l.created_at, l.state_since, trim(c.first_name || ' ' || c.last_name) as contact,
               coalesce(k.name, c.company_text) as company, coalesce(k.fit, 'unknown') as fit
        from leads.lead l join contacts.contact c on c.id = l.contact_id left join contacts.company k on k.id = c.company_id
        """;

    private final Plain plain;
    private final Lists lists;
    private final RecordList leads;
    private final Person reader;
    private final WebClient browser;
    private final Race race;

    LeadListBench(Plain plain, ApplicationContext product, Person reader, WebClient browser, Race race) {
        this.plain = plain;
        this.lists = product.getBean(Lists.class);
        this.leads = product.getBeansOfType(RecordList.class).values().stream()
                .filter(list -> list.listing().name().equals("leads"))
                .findFirst()
                .orElseThrow();
        this.reader = reader;
        this.browser = browser;
        this.race = race;
    }

    /** One list: what is asked for, as product, as address, and as SQL; {@code counted} when it is cheap to count. */
    private record Asked(
            String name, String filters, PageRequest request, boolean counted, String where, String order) {}

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (Asked asked : List.of(first(), deep(), filtered(), narrow(), related())) {
            Contender byHand = byHand(asked);
            results.add(new Result(
                    "lead list, " + asked.name(),
                    0,
                    race.run(asked.name(), frontDoor(asked), byHand),
                    Result.Budget.list()));
            results.add(new Result(
                    "lead page over HTTP, " + asked.name(),
                    0,
                    race.run(asked.name(), page(asked), byHand),
                    Result.Budget.p95(50)));
        }
        return results;
    }

    private static Asked first() {
        return new Asked(
                "first page",
                "",
                PageRequest.first("created", true, SIZE),
                true,
                RUNNING,
                "l.created_at desc, l.id desc");
    }

    /** The page in the middle of the whole list. */
    private Asked deep() {
        List<Object> middle = plain.rows("select created_at::text, id from leads.lead where id = "
                        + "(select max(id) / 2 from leads.lead)")
                .getFirst();
        String value = String.valueOf(middle.getFirst());
        long id = (Long) middle.getLast();
        return new Asked(
                "deep page",
                "",
                PageRequest.first("created", true, SIZE).at(new Cursor(value, id, Cursor.Direction.AFTER)),
                true,
                RUNNING + " and (l.created_at, l.id) < (timestamptz '" + value + "', " + id + ")",
                "l.created_at desc, l.id desc");
    }

    private static Asked filtered() {
        return new Asked(
                "state, sorted by since",
                "&state=NURTURE",
                PageRequest.first("since", true, SIZE),
                true,
                "l.state = 'NURTURE'",
                "l.state_since desc, l.id desc");
    }

    private static Asked narrow() {
        return new Asked(
                "source and fit, newest first",
                "&source=Referral&fit=A",
                PageRequest.first("created", true, SIZE),
                false,
                RUNNING + " and l.source = 'Referral' and k.fit = 'A'",
                "l.created_at desc, l.id desc");
    }

    private static Asked related() {
        return new Asked(
                "with a demo asked for",
                "&where=" + URLEncoder.encode(ReachBench.DEMO, StandardCharsets.UTF_8),
                PageRequest.first("created", true, SIZE),
                false,
                RUNNING + " and exists (select from timeline.touchpoint t where t.contact_id = l.contact_id"
                        + " and t.kind = 'demo_request')",
                "l.created_at desc, l.id desc");
    }

    private Contender frontDoor(Asked asked) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : address(asked).substring("/leads?".length()).split("&")) {
            String[] parts = parameter.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return () -> {
            ListPage page = lists.open(leads, parameters, reader);
            var counted = page.state().page();
            return () -> answer(
                    page.rows().stream().map(ListRow::id).toList(),
                    counted.countEstimated() ? COUNTED + 1 : counted.count(),
                    asked);
        };
    }

    private static String address(Asked asked) {
        PageRequest request = asked.request();
        String place = request.cursor()
                .map(Cursor::encode)
                .map(at -> "&at=" + URLEncoder.encode(at, StandardCharsets.UTF_8))
                .orElse("");
        return "/leads?sort=" + request.sort() + "&desc=true" + asked.filters() + place;
    }

    private Contender page(Asked asked) {
        String path = address(asked);
        return () -> {
            var answer = browser.get(path);
            return () -> answer(ids(answer.statusCode(), answer.body()), counted(answer.body()), asked);
        };
    }

    private Contender byHand(Asked asked) {
        boolean deep = asked.request().cursor().isPresent();
        String whole = deep ? RUNNING : asked.where();
        String rows = SHOWN + " where " + asked.where() + " order by " + asked.order() + " limit " + (SIZE + 1);
        String count = "select count(*) from (select 1 from leads.lead l where " + whole + " limit " + (COUNTED + 1)
                + ") counted";
        return () -> {
            List<List<Object>> found = plain.rows(rows);
            long all = asked.counted() ? (Long) plain.rows(count).getFirst().getFirst() : 0;
            return () -> answer(
                    found.stream().limit(SIZE).map(row -> (Long) row.getFirst()).toList(), all, asked);
        };
    }

    private static Object answer(List<Long> ids, long count, Asked asked) {
        if (ids.isEmpty()) throw new AssertionError(asked.name() + " shows nothing: no comparison");
        return List.of(ids, asked.counted() ? Math.min(count, COUNTED + 1) : "about");
    }

    private static List<Long> ids(int status, String html) {
        if (status != 200) throw new AssertionError("The page answers " + status);
        return java.util.regex.Pattern.compile("<a class=\"strong\" href=\"/leads/(\\d+)\">")
                .matcher(html)
                .results()
                .map(link -> Long.valueOf(link.group(1)))
                .toList();
    }

    /** The number in the page's heading, without its thousands separators. */
    private static long counted(String html) {
        return Optional.of(java.util.regex.Pattern.compile("(?s)</h1>.*?(\\d[\\d,.]*)")
                        .matcher(html))
                .filter(java.util.regex.Matcher::find)
                .map(m -> Long.valueOf(m.group(1).replaceAll("[,.]", "")))
                .orElseThrow();
    }
}
