package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.testing.Cast;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.web.util.HtmlUtils;

/** Files out by the routes that people use, and in again by the importer with the mapping it suggests. */
record Trips(Imports imports, People people, TestBrowsers browsers, Queue queue, DSLContext db, Cast cast) {
    /** Object → its list with everything in it. */
    static final Map<String, String> LISTS = Map.of(
            "company", "companies",
            "contact", "contacts",
            "campaign", "campaigns",
            "lead", "leads?ended=yes",
            "deal", "deals?stage=all",
            "task", "tasks?state=all",
            "activity", "activities");

    /** What an import could leave traces in. */
    private static final List<String> TABLES = List.of(
            "contacts.company",
            "contacts.contact",
            "campaigns.campaign",
            "campaigns.cost",
            "leads.lead",
            "leads.entry",
            "leads.handover",
            "deals.pipeline",
            "deals.stage",
            "deals.deal",
            "deals.event",
            "tasks.task",
            "tags.tag",
            "tags.tagging",
            "timeline.activity",
            "timeline.touchpoint",
            "audit.entry",
            "audit.pending");

    void speak(String language) {
        Person svea = cast.person("svea");
        people.prefer(svea.id(), language, svea.theme());
    }

    /** Through the route that people use. */
    byte[] export(String object, String format, String columns) {
        String list = LISTS.get(object);
        String path = list.contains("?")
                ? list.replace("?", "/export." + format + "?") + "&"
                : list + "/export." + format + "?";
        return browsers.as("svea").bytes("/lists/" + path + "cols=" + columns);
    }

    /** Every column the list has, those of other modules too: the page offers them. */
    String columns(String object) {
        String page = browsers.as("svea").get("/" + LISTS.get(object)).body();
        return offered(page).collect(Collectors.joining(","));
    }

    private static Stream<String> offered(String page) {
        var columns = Pattern.compile("name=\"cols\" value=\"([a-z_0-9]+)\"").matcher(page);
        return columns.results().map(r -> r.group(1)).distinct();
    }

    String usual(String object) {
        String page = browsers.as("svea").get("/" + LISTS.get(object)).body();
        return Pattern.compile("name=\"cols\" value=\"([a-z_0-9]+)\" checked")
                .matcher(page)
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.joining(","));
    }

    /** Every row of every table. */
    Set<String> all() {
        return TABLES.stream()
                .flatMap(table -> db.fetchValues("select t::text from " + table + " t" + trace(table)).stream()
                        .map(row -> table + " " + row))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** That there was an import is noted. */
    private static String trace(String table) {
        return table.equals("audit.entry") ? " where kind <> 'import'" : "";
    }

    void unchanged(String object, Set<String> before) {
        Set<String> after = all();
        assertThat(after.stream().filter(row -> !before.contains(row)))
                .as(object)
                .isEmpty();
        assertThat(after).as(object).hasSameSizeAs(before);
    }

    FileRow run(String object, String format, byte[] content) {
        long id = imports.begin("test", "file", null);
        long file = imports.add(id, object + "." + format, new ByteArrayInputStream(content));
        imports.map(file, Suggestions.mapping(imports.object(object), imports.head(imports.file(file), null)));
        imports.start(id);
        queue.runUntilIdle();
        assertThat(imports.get(id).state()).as(object).isEqualTo("done");
        return imports.file(file);
    }

    List<String> remarks(FileRow report) {
        List<String> remarks = new ArrayList<>();
        imports.remarks(report.importId(), false, 10, r -> remarks.add(r.toString()));
        return remarks;
    }

    Mapping mapping(String object, byte[] content) {
        long id = imports.begin("look", "look", null);
        long file = imports.add(id, object, new ByteArrayInputStream(content));
        return Suggestions.mapping(imports.object(object), imports.head(imports.file(file), null));
    }

    /** By the pages, as they suggest: what the file holds and which column is what. */
    FileRow upload(String fileName, byte[] content) {
        WebClient svea = browsers.as("svea");
        svea.get("/imports");
        String imported = place(svea.upload("/imports", "files", fileName, content, Map.of()));
        String mapping = place(svea.get(imported));
        Matcher text = Pattern.compile("name=\"text\" value=\"([^\"]*)\"")
                .matcher(svea.get(mapping).body());
        assertThat(text.find()).isTrue();
        svea.send("PUT", mapping + "/text", Map.of("text", HtmlUtils.htmlUnescape(text.group(1))));
        svea.send("POST", imported + "/run", Map.of());
        queue.runUntilIdle();
        long id = Long.parseLong(imported.replaceAll("\\D", ""));
        assertThat(imports.get(id).state()).as(fileName).isEqualTo("done");
        return imports.files(id).getFirst();
    }

    private static String place(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    long rows(String object) {
        return number("select count(*) from " + imports.object(object).table());
    }

    long number(String sql) {
        return ((Number) db.fetchValue(sql)).longValue();
    }
}
