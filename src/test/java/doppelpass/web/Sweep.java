package doppelpass.web;

import doppelpass.api.ApiCanaries;
import doppelpass.identity.Rights;
import doppelpass.work.Queue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Markup in every word that can be written, by the forms of all pages and by the API, and the proof that none was left out. */
@Component
@Lazy
class Sweep {
    /** Routes and words that are not typed: a file's, which {@link SomePages} uploads with names of markup. */
    private static final Set<String> UPLOADS = Set.of("POST /imports preset", "POST /imports system");
    /** Words of the API that are no free texts, and one choice of which a name is taken too. */
    private static final Set<String> CHECKED = Set.of(
            "companies.country",
            "companies.phone",
            "companies.vat_id",
            "contacts.company taken",
            "contacts.country",
            "contacts.mail",
            "contacts.mobile",
            "contacts.phone",
            "deals.pipeline",
            "deals.stage",
            "tasks.time");

    /** Columns that nobody writes freely, by what they are. */
    private static final List<String> NOT_FREE = List.of(
            // who did what and when, kept by the product about itself
            "api\\.answer\\..*|audit\\..*|database\\..*|duplicates\\.(pair|progress|sign|merged)\\..*|importing\\.before\\..*",
            "identity\\.(spring_session.*|session_note)\\..*|kpi\\..*|quality\\..*|reach\\..*|search\\..*|work\\..*|webhooks\\.delivery\\..*",
            "mail\\.outbox\\..*|news\\.item\\.(page|source|text|word)|importing\\.import\\.error|importing\\.file\\.(currencies|path|skipped)",
            // secrets, never kept as typed
            ".*(hash|sealed.*|password|short_id)",
            // codes, each one of a list the product knows
            ".*\\.(kind|list|lists|events|scopes|tab|channel|function|from_function|to_function|state|code|key|object|target|type)",
            ".*\\.(origin|definition|previous|facts|must|transports|second_factor|field)|(glossary\\.term|meetings\\.item)\\.(owner|subject)",
            "(deals\\.event|leads\\.entry|leads\\.handover|lists\\.bulk_row|importing\\.remark)\\.reason|deals\\.deal\\.loss_reason",
            "erasure\\.erased\\.taken|gates\\.answer\\.item|fields\\.field\\.result|lists\\.bulk_row\\.before|files\\.content\\.finding|importing\\.file\\.mapping",
            // checked for their form: addresses, numbers, places, days, rhythms
            ".*\\.(mail|phone|mobile|country|region|zone|vat_id|business_week|(scanner_)?host|address|sender|url|uid)",
            "(meetings\\.series|tasks\\.task)\\.rule|signin\\.provider\\.(issuer|mail_claim|mail_domains)|signin\\.provider_account\\.subject",
            // written by imports alone: of another system, and of touchpoints
            ".*\\.(source_id|source_system)|timeline\\.touchpoint\\.title");

    private final MorePages more;
    private final Canaries canaries;
    private final ApiCanaries api;
    private final WritingRoutes routes;
    private final Rights rights;
    private final Queue queue;
    private final DSLContext db;

    Sweep(
            MorePages more,
            Canaries canaries,
            ApiCanaries api,
            WritingRoutes routes,
            Rights rights,
            Queue queue,
            DSLContext db) {
        this.more = more;
        this.canaries = canaries;
        this.api = api;
        this.routes = routes;
        this.rights = rights;
        this.queue = queue;
        this.db = db;
    }

    /** Into the forms of these pages, of those that {@link MorePages} adds, and through the API; what went wrong on the way. */
    List<String> type(Collection<String> pages) {
        List<String> all = new ArrayList<>(pages);
        all.addAll(more.open());
        queue.runUntilIdle();
        canaries.type(all);
        api.send(Markup.TYPED);
        queue.runUntilIdle();
        List<String> wrong = new ArrayList<>(canaries.wrong);
        wrong.addAll(api.wrong());
        Set<String> differ = new TreeSet<>(api.refused());
        differ.removeAll(CHECKED);
        differ.forEach(field -> wrong.add("the API refused, or took, markup in " + field));
        return wrong;
    }

    /** A cost or revenue that is changed is another record: where their pages are now. */
    Map<String, String> moved() {
        return Map.of(
                "/costs/{id}/edit", "/costs/" + newest("campaigns.cost") + "/edit",
                "/revenue/{id}", "/revenue/" + newest("profit.revenue"));
    }

    private Object newest(String table) {
        return db.fetchValue("select max(id) from " + table + " where replaced_at is null");
    }

    /** What no step typed markup into; routes in front of the door keep nothing of what is typed there. */
    List<String> untyped() {
        List<String> left = new ArrayList<>();
        routes.all().forEach((route, names) -> {
            boolean open = rights.routes().stream()
                    .anyMatch(row -> row.open()
                            && WritingRoutes.key(row.method(), row.pattern().getPatternString())
                                    .equals(route));
            Set<String> typed = canaries.typed.getOrDefault(route, Set.of());
            names.stream()
                    .filter(name ->
                            !open && !typed.contains(name) && !(name.equals(WritingRoutes.ANY) && !typed.isEmpty()))
                    .map(name -> route + " " + name)
                    .filter(word -> !UPLOADS.contains(word))
                    .forEach(left::add);
        });
        return left;
    }

    /** Columns of texts that hold no markup although people may write them. */
    List<String> clean() {
        return db.fetch(COLUMNS).stream()
                .map(column -> column.get(0) + "." + column.get(1))
                .filter(column -> NOT_FREE.stream().noneMatch(column::matches))
                .filter(column -> !holds(column))
                .toList();
    }

    private boolean holds(String column) {
        int dot = column.lastIndexOf('.');
        String found =
                "select exists (select from %s where %s::text like '%%class=dp%%' or %s::text like '%%src=dp%%')";
        String name = '"' + column.substring(dot + 1) + '"';
        return Boolean.TRUE.equals(db.fetchValue(found.formatted(column.substring(0, dot), name, name)));
    }

    /** Texts of all tables, but those that a check holds to a list. */
    private static final String COLUMNS = """
            select c.table_schema || '.' || c.table_name, c.column_name from information_schema.columns c
            join pg_tables t on t.schemaname = c.table_schema and t.tablename = c.table_name
            where c.data_type in ('text', 'jsonb', 'ARRAY') and c.table_schema !~ '^pg_' and c.table_schema not in ('information_schema', 'public')
              and not exists (select from pg_constraint k where k.contype = 'c'
                and k.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass
                and pg_get_constraintdef(k.oid) like '%((' || c.column_name || ' = ANY%')
            order by 1, 2""";
}
