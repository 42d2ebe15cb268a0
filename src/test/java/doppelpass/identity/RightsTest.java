package doppelpass.identity;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.api.Programs;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every real route against every role: listed, answered as listed, and a no changes nothing. */
@DoppelpassTest
class RightsTest {
    private static final String API = "/api/v1";
    private static final Map<String, String> ONE_OF_EACH = Map.of(
            "marketing", "mara",
            "sales", "svea",
            "service", "selma",
            "leadership", "lena",
            "controlling", "carlo",
            "administration", "ada",
            "works_council", "boris");

    private final RequestMappingHandlerMapping mappings;
    private final Rights rights;
    private final TestBrowsers browsers;
    private final Programs programs;
    private final DSLContext db;

    RightsTest(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            Rights rights,
            TestBrowsers browsers,
            Programs programs,
            DSLContext db) {
        this.mappings = mappings;
        this.rights = rights;
        this.browsers = browsers;
        this.programs = programs;
        this.db = db;
    }

    record Door(String method, String pattern) {
        /** Programs go through it, with a token; no session opens it. */
        boolean api() {
            return pattern.startsWith(API);
        }

        /** The pattern with a number nobody has in place of each variable. */
        String path() {
            return pattern.replaceAll("\\{[^}]+}", "999999");
        }
    }

    @Test
    void everyRouteIsListedAndEveryRowIsARoute() {
        Set<String> real = doors().stream()
                .map(d -> d.method() + " " + d.pattern())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = rights.routes().stream()
                .map(r -> r.method() + " " + r.pattern().getPatternString())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> framework =
                Set.of("GET /assets/**", "POST /sign-in", "POST /sign-out", "GET /sign-in/providers/{key}/answer");
        Set<String> missing = new TreeSet<>(real);
        missing.removeAll(listed);
        Set<String> superfluous = new TreeSet<>(listed);
        superfluous.removeAll(real);
        superfluous.removeAll(framework);
        assertThat(missing)
                .as("routes without a row in their module's routes.txt")
                .isEmpty();
        assertThat(superfluous).as("rows without a route").isEmpty();
    }

    @Test
    void everyRoleIsAnsweredAsListedAndReadingChangesNothing() {
        Map<String, WebClient> clients = new LinkedHashMap<>();
        Map<String, Program> tokens = new LinkedHashMap<>();
        ONE_OF_EACH.forEach((role, name) -> clients.put(role, browsers.as(name)));
        ONE_OF_EACH.forEach((role, name) -> tokens.put(role, programs.of(name)));
        Map<Boolean, List<Door>> doors = doors().stream()
                .collect(Collectors.partitioningBy(door -> door.method().equals("GET")));
        String before = fingerprint();
        List<String> wrong = new ArrayList<>(answers(doors.getOrDefault(true, List.of()), clients, tokens));
        assertThat(fingerprint()).as("reading changes nothing").isEqualTo(before);
        wrong.addAll(answers(doors.getOrDefault(false, List.of()), clients, tokens));
        assertThat(wrong).as("answers that differ from the table").isEmpty();
    }

    private List<String> answers(List<Door> doors, Map<String, WebClient> clients, Map<String, Program> tokens) {
        List<String> wrong = new ArrayList<>();
        for (Door door : doors) {
            // these end the session of whoever asks, or sign nobody in
            if (!door.method().equals("GET")
                    && (door.pattern().startsWith("/me") || door.pattern().startsWith("/sign"))) continue;
            Rights.Route route = rights.route(door.method(), door.path()).orElseThrow();
            clients.forEach((role, client) -> {
                boolean expected = route.allows(rolesOf(role));
                int status = door.api() ? status(Objects.requireNonNull(tokens.get(role)), door) : status(client, door);
                boolean refused = status == 403 || status == 401;
                if (expected == refused || status >= 500) {
                    wrong.add(role + " " + door.method() + " " + door.pattern() + " → " + status);
                }
            });
        }
        return wrong;
    }

    @Test
    void strangersGetNothingButTheOpenRoutesAndARefusalChangesNothing() {
        String before = fingerprint();
        WebClient stranger = browsers.stranger();
        WebClient council = browsers.as("boris");
        Program noToken = programs.nobody();
        String sessions = fingerprint();
        List<String> wrong = new ArrayList<>();
        for (Door door : doors()) {
            Rights.Route route = rights.route(door.method(), door.path()).orElseThrow();
            if (route.open()) {
                continue;
            }
            int status = door.api() ? status(noToken, door) : status(stranger, door);
            if (door.api() && (status != 401 || status(council, door) != 401)) {
                wrong.add("without a token " + door.method() + " " + door.pattern() + " → " + status);
            }
            if (status != 302 && status != 401 && status != 403) {
                wrong.add("stranger " + door.method() + " " + door.pattern() + " → " + status);
            }
            if (!route.allows(Set.of("works_council"))) {
                status(council, door);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(fingerprint()).isEqualTo(sessions).isEqualTo(before);
    }

    private static Set<String> rolesOf(String role) {
        return Set.of(role);
    }

    private static int status(WebClient client, Door door) {
        return door.method().equals("GET")
                ? client.get(door.path()).statusCode()
                : client.send(door.method(), door.path(), Map.of()).statusCode();
    }

    private static int status(Program program, Door door) {
        return program.send(
                        door.method(),
                        door.path().substring(API.length()),
                        door.method().equals("GET") ? "" : "{}")
                .status();
    }

    private List<Door> doors() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getName().startsWith("doppelpass."))
                .flatMap(e -> doors(e.getKey()).stream())
                .toList();
    }

    private static List<Door> doors(RequestMappingInfo info) {
        Set<String> patterns = info.getPatternValues();
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> patterns.stream().map(pattern -> new Door(method.name(), pattern)))
                .toList();
    }

    /** Row counts and contents of every table but the sessions and when tokens were used. */
    private String fingerprint() {
        List<String> tables = db.fetch("""
                select format('%I.%I', table_schema, table_name) from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'public')
                and table_name not like 'spring_session%' and table_name not in ('token_use', 'session_note')
                order by 1""").into(String.class);
        return tables.stream()
                .map(t -> t
                        + db.fetchValue(
                                "select count(*) || ':' || coalesce(sum(hashtext(x::text)), 0) from " + t + " x"))
                .collect(Collectors.joining("\n"));
    }
}
