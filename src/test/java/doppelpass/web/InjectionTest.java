package doppelpass.web;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.api.Programs;
import doppelpass.identity.Rights;
import doppelpass.lists.plug.RecordList;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every query parameter of every page is fed with what breaks careless SQL, templates and patterns: no page fails, nothing is told. */
@DoppelpassTest
class InjectionTest {
    private static final List<String> CORPUS = List.of(
            "'",
            "1' or '1'='1'; select pg_sleep(9)--",
            "\\\"><svg onload=alert(1)>${7*7}",
            "\u0000",
            "-9223372036854775809");
    /** Which the address of any list may hold; a controller takes them as a map. */
    private static final Set<String> OF_LISTS =
            Set.of("q", "sort", "desc", "at", "where", "cols", "view", "as", "month");

    private static final List<String> READERS = List.of("lena", "ada", "mara", "svea", "carlo");

    private final RequestMappingHandlerMapping mappings;
    private final List<RecordList> lists;
    private final Rights rights;
    private final Cast cast;
    private final TestBrowsers browsers;
    private final Programs programs;
    private final DSLContext db;
    private final Map<String, WebClient> clients = new HashMap<>();

    InjectionTest(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            List<RecordList> lists,
            Rights rights,
            Cast cast,
            TestBrowsers browsers,
            Programs programs,
            DSLContext db) {
        this.mappings = mappings;
        this.lists = lists;
        this.rights = rights;
        this.cast = cast;
        this.browsers = browsers;
        this.programs = programs;
        this.db = db;
    }

    @Test
    void noQueryParameterReachesTheDatabaseAsMoreThanAValue() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        int people = db.fetchCount(org.jooq.impl.DSL.table("identity.person"));
        for (Map.Entry<String, Set<String>> page : pages().entrySet()) {
            WebClient client = client(page.getKey());
            for (String parameter : page.getValue()) {
                for (String text : CORPUS) {
                    String address =
                            page.getKey() + "?" + parameter + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
                    long begun = System.nanoTime();
                    HttpResponse<String> answer = client.get(address);
                    boolean slept = System.nanoTime() - begun > 8_500_000_000L;
                    asked++;
                    String body = answer.body().toLowerCase(Locale.ROOT);
                    if (answer.statusCode() >= 500
                            || slept
                            || body.contains("<svg onload")
                            || body.contains("$argon2")
                            || body.contains("syntax error at")
                            || body.contains("sqlstate")) {
                        wrong.add(answer.statusCode() + " " + address);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).as("questions").isGreaterThan(500);
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("identity.person"))).isEqualTo(people);
    }

    @Test
    void noQueryParameterOfTheApiReachesTheDatabaseAsMoreThanAValue() {
        Program lena = programs.of("lena");
        List<String> wrong = new ArrayList<>();
        for (RecordList list : lists) {
            for (String parameter : List.of("filter", "sort", "fields", "cursor", "limit")) {
                for (String text : CORPUS) {
                    String address = "/" + list.listing().name() + "?" + parameter + "="
                            + URLEncoder.encode(text, StandardCharsets.UTF_8);
                    Program.Answer answer = lena.get(address);
                    boolean refused = Set.of(400, 404, 422).contains(answer.status());
                    if (!refused || !answer.header("content-type").contains("json")) {
                        wrong.add(answer.status() + " " + address);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Pages without a variable in their address, and all parameters they read. */
    private Map<String, Set<String>> pages() {
        Map<String, Set<String>> pages = new java.util.TreeMap<>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            boolean get = info.getMethodsCondition().getMethods().stream()
                    .anyMatch(m -> m.name().equals("GET"));
            boolean ours = method.getBeanType().getName().startsWith("doppelpass.");
            if (get && ours) {
                info.getPatternValues().stream()
                        .map(InjectionTest::filled)
                        .filter(this::opensForSomebody)
                        .forEach(path -> pages.computeIfAbsent(path, p -> new TreeSet<>())
                                .addAll(parameters(path, method)));
            }
        });
        return pages;
    }

    /** Lists stand for all of their kind; what has another variable is asked about a record nobody has. */
    private static String filled(String pattern) {
        return pattern.replace("{list}", "deals").replace("{format}", "vcf").replaceAll("\\{[^}]+}", "1");
    }

    private boolean opensForSomebody(String path) {
        return !path.startsWith("/api/")
                && !path.startsWith("/assets")
                && rights.route("GET", path)
                        .filter(route -> READERS.stream()
                                .anyMatch(name -> route.allows(cast.person(name).roles())))
                        .isPresent();
    }

    private Set<String> parameters(String path, HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked == null) continue;
            if (Map.class.isAssignableFrom(parameter.getParameterType())) {
                names.addAll(OF_LISTS);
                lists.stream()
                        .filter(list -> path.equals("/" + list.listing().name()))
                        .flatMap(list -> list.listing().filters().stream())
                        .forEach(names::add);
            } else {
                names.add(Stream.of(asked.name(), asked.value(), named(method, parameter))
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElseThrow());
            }
        }
        return names;
    }

    private static String named(HandlerMethod method, MethodParameter parameter) {
        return Arrays.asList(method.getMethod().getParameters())
                .get(parameter.getParameterIndex())
                .getName();
    }

    private WebClient client(String path) {
        Rights.Route route = rights.route("GET", path).orElseThrow();
        String name = READERS.stream()
                .filter(some -> route.allows(cast.person(some).roles()))
                .findFirst()
                .orElseThrow();
        return clients.computeIfAbsent(name, browsers::as);
    }
}
