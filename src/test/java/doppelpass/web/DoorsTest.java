package doppelpass.web;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.identity.Rights;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nobody is shown a door that does not open: every link and every form of every page, for everybody who may read it. */
@DoppelpassTest
class DoorsTest {
    private static final List<String> READERS =
            List.of("lena", "ada", "mara", "stefan", "svea", "carlo", "selma", "boris");
    private static final List<String> LISTS = List.of(
            "/scoreboard",
            "/day",
            "/tasks",
            "/profit",
            "/kpis",
            "/targets",
            "/meetings",
            "/actions",
            "/glossary",
            "/hand-overs",
            "/hand-overs/history",
            "/hand-overs/feedback",
            "/leads",
            "/deals",
            "/deals/board",
            "/promises",
            "/contacts",
            "/companies",
            "/campaigns",
            "/costs",
            "/revenue",
            "/activities",
            "/data-care",
            "/duplicates",
            "/pipelines",
            "/products",
            "/price-books",
            "/gates",
            "/forecast",
            "/imports",
            "/people",
            "/teams",
            "/organisation",
            "/rights",
            "/mail",
            "/files",
            "/news",
            "/favourites",
            "/tokens",
            "/api",
            "/access",
            "/webhooks",
            "/me/security",
            "/me");
    private static final Pattern LINK = Pattern.compile("<a[^>]*\\shref=\"(/[^\"?#]*)");
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"(/[^\"?#]*)[^>]*>(?s:(.*?))</form>");
    private static final Pattern PRESSABLE = Pattern.compile("<button(?![^>]*\\sdisabled)");
    private static final Pattern METHOD = Pattern.compile("name=\"_method\" value=\"([A-Z]+)\"");

    private final TestBrowsers browsers;
    private final Rights rights;
    private final Cast cast;
    private final SomePages some;

    DoorsTest(TestBrowsers browsers, Rights rights, Cast cast, SomePages some) {
        this.browsers = browsers;
        this.rights = rights;
        this.cast = cast;
        this.some = some;
    }

    @Test
    void everyLinkAndEveryFormOpensForWhoeverSeesIt() {
        Set<String> pages = new TreeSet<>(some.open().values());
        pages.addAll(LISTS);
        Set<String> closed = new TreeSet<>();
        for (String name : READERS) {
            Set<String> roles = cast.person(name).roles();
            WebClient reader = browsers.as(name);
            for (String page : pages) {
                if (!rights.route("GET", page.replaceFirst("\\?.*", ""))
                        .orElseThrow()
                        .allows(roles)) continue;
                HttpResponse<String> answer = reader.get(page);
                if (answer.statusCode() != 200) continue;
                doors(answer.body()).stream()
                        .filter(door -> !opens(door, roles))
                        .forEach(
                                door -> closed.add(door.method() + " " + door.path() + " on " + page + " for " + name));
            }
        }
        assertThat(closed).as("doors that are shown and do not open").isEmpty();
    }

    private record Door(String method, String path) {}

    private boolean opens(Door door, Set<String> roles) {
        return rights.route(door.method(), door.path())
                .map(route -> route.allows(roles))
                .orElse(false);
    }

    private static List<Door> doors(String page) {
        List<Door> doors = new java.util.ArrayList<>();
        Matcher link = LINK.matcher(page);
        while (link.find()) doors.add(new Door("GET", link.group(1)));
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            if (form.group(2).contains("<button")
                    && !PRESSABLE.matcher(form.group(2)).find()) continue;
            Matcher method = METHOD.matcher(form.group(2));
            boolean post = form.group().startsWith("<form method=\"post\"");
            doors.add(new Door(method.find() ? method.group(1) : post ? "POST" : "GET", form.group(1)));
        }
        return doors;
    }
}
