package doppelpass.bench;

import doppelpass.testing.Program;
import doppelpass.testing.WebClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** One contact made by the API and by the form of its page, and a thousand in one batch, beside plain inserts of the same. */
final class ApiBench {
    /** As many as one batch may have. */
    private static final int MOST = 1_000;

    private static final String INSERT = "insert into contacts.contact (first_name, last_name, mail, country, owner_id,"
            + " created_at) values ('Berta', ?, ?, 'DE', 1, now()) returning last_name";
    private static final String INSERT_MANY = "insert into contacts.contact (first_name, last_name, mail, country,"
            + " owner_id, created_at) select 'Berta', 'Bench' || i, 'bench' || i || '@bench.example', 'DE', 1, now()"
            + " from generate_series(?::bigint, ?::bigint) i returning id";

    private final Plain plain;
    private final Program program;
    private final WebClient browser;
    private final Race quick;
    private final Race slow;
    private final AtomicLong number = new AtomicLong();
    private final int batch;

    /** Batches are full ones, but a tenth of {@code rows} where these are few. */
    ApiBench(Plain plain, Program program, WebClient browser, Race quick, Race slow, int rows) {
        this.plain = plain;
        this.program = program;
        this.browser = browser;
        this.quick = quick;
        this.slow = slow;
        this.batch = Math.clamp(rows / 10, 1, MOST);
    }

    List<Result> results() {
        return List.of(
                new Result("a contact made by the API", 0, quick.run("API", api(), insert()), Result.Budget.p95(100)),
                new Result(
                        "a contact made by its page", 0, quick.run("page", page(), insert()), Result.Budget.p95(100)),
                new Result(
                        String.format(Locale.ROOT, "%,d contacts in a batch by the API", batch),
                        batch,
                        slow.run("batch", batch(), insertMany()),
                        Result.Budget.none()));
    }

    private Contender api() {
        return () -> {
            long n = number.incrementAndGet();
            Program.Answer answer = program.send("POST", "/contacts", json(n), "Idempotency-Key", "bench-" + n);
            return () -> kept(n) + " " + answer.status();
        };
    }

    private Contender page() {
        return () -> {
            long n = number.incrementAndGet();
            var answer = browser.post(
                    "/contacts",
                    Map.of(
                            "firstName",
                            "Berta",
                            "lastName",
                            "Bench" + n,
                            "mail",
                            mail(n),
                            "country",
                            "DE",
                            "anyway",
                            "yes"));
            return () -> kept(n) + " " + (answer.statusCode() == 302 ? 201 : answer.statusCode());
        };
    }

    private Contender insert() {
        return () -> {
            long n = number.incrementAndGet();
            plain.rows(INSERT, "Bench" + n, mail(n));
            return () -> kept(n) + " 201";
        };
    }

    private Contender batch() {
        return () -> {
            long first = number.getAndAdd(batch) + 1;
            String rows = LongStream.range(first, first + batch)
                    .mapToObj(n -> "{\"values\": " + json(n) + "}")
                    .collect(Collectors.joining(","));
            Program.Answer answer = program.send("POST", "/contacts/batch", "{\"rows\": [" + rows + "]}");
            return () -> kept(first) + " " + kept(first + batch - 1) + " " + answer.at("/succeeded");
        };
    }

    private Contender insertMany() {
        return () -> {
            long first = number.getAndAdd(batch) + 1;
            Supplier<Integer> made = plain.rows(INSERT_MANY, first, first + batch - 1)::size;
            return () -> kept(first) + " " + kept(first + batch - 1) + " " + made.get();
        };
    }

    /** How many contacts have this number's address: one. */
    private String kept(long n) {
        return plain.text("select count(*) from contacts.contact where mail = ?", mail(n));
    }

    private static String json(long n) {
        return "{\"first_name\": \"Berta\", \"last_name\": \"Bench" + n + "\", \"mail\": \"" + mail(n)
                + "\", \"country\": \"DE\"}";
    }

    private static String mail(long n) {
        return "bench" + n + "@bench.example";
    }
}
