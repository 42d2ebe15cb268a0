package doppelpass.reach;

import doppelpass.identity.Rights;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.RecordList;
import doppelpass.quality.Check;
import doppelpass.quality.DataCare;
import doppelpass.timeline.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Every route of the running product that has a record of somebody's in its address, and the address of each record it could
 * be. A route this does not know must be put in one of its two lists: what it is about, or that it is about nobody's record.
 */
@Component
class Places {
    /** What is everybody's, an administrator's, only its reader's, or has a test of its own: the API, changes of many, imports. */
    private static final String NOBODYS =
            "/(api|bulk|calendar|campaigns|costs|pipelines|stages|products|glossary|password|setup|people|teams|kpis|promises|mail|"
                    + "meetings|actions|price-books|gates|sign-in|me|access|targets|webhooks|tokens|imports|assets)/.*"
                    + "|/fields/(records/.*|\\{id}.*)|/tags/\\{id}|/lists/\\{list}/(?!\\{id}|views/\\{id}).*"
                    + "|/data-care/(results/.*|\\{key})|/deals/choices/.*";
    /** Part of the pattern before a variable → kind of the record; the longest fits. */
    private static final Map<String, String> ABOUT = Map.ofEntries(
            Map.entry("/contacts/{id}", "contact"),
            Map.entry("/companies/{id}", "company"),
            Map.entry("/leads/{id}", "lead"),
            Map.entry("/deals/{id}", "deal"),
            Map.entry("/lines/{id}", "line"),
            Map.entry("/notes/{id}", "note"),
            Map.entry("/files/{id}", "file"),
            Map.entry("/tasks/{id}", "task"),
            Map.entry("/activities/{id}", "activity"),
            Map.entry("/day/plans/{id}", "activity"),
            Map.entry("/hand-overs/{id}", "handover"),
            Map.entry("/revenue/{id}", "revenue"),
            Map.entry("/news/{id}", "news"),
            Map.entry("/merges/{id}", "merge"),
            Map.entry("/lists/{list}/views/{id}", "view"));

    private static final Map<String, String> LIST_KINDS = Map.of(
            "contacts", "contact",
            "companies", "company",
            "leads", "lead",
            "deals", "deal",
            "tasks", "task",
            "activities", "activity");

    private final Rights rights;
    private final List<RecordList> lists;
    private final DataCare care;

    Places(Rights rights, List<RecordList> lists, DataCare care) {
        this.rights = rights;
        this.lists = lists;
        this.care = care;
    }

    /** One address of one route. */
    record Door(Rights.Route route, String address) {
        boolean reads() {
            return route.method().equals("GET");
        }

        String pattern() {
            return route.pattern().getPatternString();
        }

        /** Without numbers: what it has in common with the same door of another estate. */
        String name() {
            return route.method() + " " + address.replaceAll("\\d+", "#");
        }
    }

    List<Door> doors(Estate estate) {
        List<Door> doors = new ArrayList<>();
        for (Rights.Route route : rights.routes()) {
            String pattern = route.pattern().getPatternString();
            if (!pattern.contains("{") || pattern.matches(NOBODYS)) continue;
            addresses(pattern, estate).forEach(address -> doors.add(new Door(route, address)));
        }
        return doors;
    }

    private Stream<String> addresses(String pattern, Estate estate) {
        if (pattern.contains("{list}/{id}/{column}")) return cells(pattern, estate);
        if (pattern.contains("{key}/findings")) return findings(pattern, estate);
        if (pattern.startsWith("/timeline/{key}")) {
            return Stream.concat(
                    having(estate, "activity").map(id -> entry(pattern, false, id)),
                    having(estate, "touchpoint").map(id -> entry(pattern, true, id)));
        }
        List<String> filled = List.of(pattern);
        while (!filled.isEmpty() && filled.getFirst().contains("{"))
            filled = filled.stream().flatMap(one -> next(one, estate)).toList();
        return filled.stream();
    }

    private static String entry(String pattern, boolean touchpoint, long id) {
        return pattern.replace("{key}", "" + new Entry(touchpoint, id).key());
    }

    private static Stream<Long> having(Estate estate, String kind) {
        return estate.ids().getOrDefault(kind, List.of()).stream();
    }

    /** The first variable with every record it could be. */
    private static Stream<String> next(String address, Estate estate) {
        String variable = address.replaceFirst("^[^{]*(\\{[^}]+}).*$", "$1");
        String head = address.substring(0, address.indexOf(variable) + variable.length());
        Stream<String> values = switch (variable) {
            case "{record}", "{subjects}" ->
                Estates.KINDS.stream()
                        .flatMap(kind -> having(estate, kind).limit(1).map(id -> kind + "-" + id));
            case "{records}" ->
                having(estate, "contact").count() < 2
                        ? Stream.of()
                        : Stream.of("contact-" + estate.of("contact").get(0) + ",contact-"
                                + estate.of("contact").get(1));
            case "{kind}" -> Estates.KINDS.stream().filter(kind -> estate.ids().containsKey(kind));
            case "{contact}" -> having(estate, "contact").limit(1).map(String::valueOf);
            case "{field}" -> Stream.of("x_canary");
            case "{item}" -> Stream.of("bant.budget");
            case "{list}" -> Stream.of("deals");
            case "{id}" -> ids(head, estate);
            default -> throw new AssertionError("Say in Places what " + variable + " of " + address + " is about.");
        };
        return values.map(value -> address.replace(variable, value));
    }

    private static Stream<String> ids(String head, Estate estate) {
        if (head.startsWith("/shares/")) return having(estate, "share").map(String::valueOf);
        if (head.startsWith("/audit/of/"))
            return having(estate, head.split("/")[3]).limit(1).map(String::valueOf);
        String plain = head.replaceFirst("^/lists/deals/", "/lists/{list}/");
        String kind = ABOUT.get(plain);
        if (kind == null) throw new AssertionError("Say in Places what " + head + " is about.");
        return having(estate, kind).map(String::valueOf);
    }

    private Stream<String> cells(String pattern, Estate estate) {
        Map<String, String> filled = new LinkedHashMap<>();
        for (RecordList list : lists) {
            String name = list.listing().name();
            String kind = LIST_KINDS.get(name);
            if (kind == null || !estate.ids().containsKey(kind)) continue;
            list.listing().columns().stream()
                    .filter(column -> column.editing() != null)
                    .map(Column::name)
                    .limit(1)
                    .forEach(column -> filled.put(
                            name + column,
                            pattern.replace("{list}", name)
                                    .replace("{id}", "" + estate.id(kind))
                                    .replace("{column}", column)));
        }
        return filled.values().stream();
    }

    /** One check of each list. */
    private Stream<String> findings(String pattern, Estate estate) {
        Map<String, String> filled = new LinkedHashMap<>();
        for (Check check : care.checks()) {
            String kind = LIST_KINDS.get(check.list());
            if (kind != null && estate.ids().containsKey(kind))
                filled.putIfAbsent(kind, pattern.replace("{key}", check.key()).replace("{id}", "" + estate.id(kind)));
        }
        return filled.values().stream();
    }
}
