package doppelpass.bench;

import doppelpass.core.Cursor;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.leads.LeadQuery;
import doppelpass.leads.LeadRow;
import doppelpass.leads.LeadState;
import doppelpass.leads.Leads;
import doppelpass.testing.WebClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
    private final Leads leads;
    private final WebClient browser;
    private final Race race;

    LeadListBench(Plain plain, Leads leads, WebClient browser, Race race) {
        this.plain = plain;
        this.leads = leads;
        this.browser = browser;
        this.race = race;
    }

    /** One list: what is asked for, as product, as address, and as SQL; {@code counted} when it is cheap to count. */
    private record Asked(
            String name,
            LeadQuery query,
            String filters,
            PageRequest request,
            boolean counted,
            String where,
            String order) {}

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (Asked asked : List.of(first(), deep(), filtered(), narrow())) {
            Contender byHand = byHand(asked);
            results.add(new Result(
                    "lead list, " + asked.name(),
                    0,
                    race.run(asked.name(), frontDoor(asked), byHand),
                    Result.Budget.ratio(2)));
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
                query("", "", "", true),
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
                query("", "", "", true),
                "",
                PageRequest.first("created", true, SIZE).at(new Cursor(value, id, Cursor.Direction.AFTER)),
                true,
                RUNNING + " and (l.created_at, l.id) < (timestamptz '" + value + "', " + id + ")",
                "l.created_at desc, l.id desc");
    }

    private static Asked filtered() {
        return new Asked(
                "state, sorted by since",
                query("NURTURE", "", "", false),
                "&state=NURTURE",
                PageRequest.first("since", true, SIZE),
                true,
                "l.state = 'NURTURE'",
                "l.state_since desc, l.id desc");
    }

    private static Asked narrow() {
        return new Asked(
                "source and fit, newest first",
                query("", "Referral", "A", true),
                "&source=Referral&fit=A",
                PageRequest.first("created", true, SIZE),
                false,
                RUNNING + " and l.source = 'Referral' and k.fit = 'A'",
                "l.created_at desc, l.id desc");
    }

    private static LeadQuery query(String state, String source, String fit, boolean running) {
        return new LeadQuery("", state, source, "", fit, null, running);
    }

    private Contender frontDoor(Asked asked) {
        return () -> {
            Page<LeadRow> page = leads.list(asked.query(), asked.request());
            return () -> answer(
                    page.rows().stream().map(LeadRow::id).toList(),
                    page.countEstimated() ? COUNTED + 1 : page.count(),
                    asked);
        };
    }

    private Contender page(Asked asked) {
        PageRequest request = asked.request();
        String place = request.cursor()
                .map(Cursor::encode)
                .map(at -> "&at=" + URLEncoder.encode(at, StandardCharsets.UTF_8))
                .orElse("");
        String path = "/leads?sort=" + request.sort() + "&desc=true" + asked.filters() + place;
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
        return java.util.regex.Pattern.compile("<a href=\"/leads/(\\d+)\">")
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
