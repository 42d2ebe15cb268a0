package doppelpass.bench;

import doppelpass.Doppelpass;
import doppelpass.api.Programs;
import doppelpass.console.Arguments;
import doppelpass.console.Command;
import doppelpass.console.Refused;
import doppelpass.database.DatabaseAddress;
import doppelpass.glossary.Glossary;
import doppelpass.search.Searches;
import doppelpass.testing.Cast;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.TestDatabase;
import doppelpass.work.Queue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/** {@code ./doppelpass bench}: measures the product beside bare counterparts and says which budgets are met. */
final class Bench {
    private static final List<String> NAMES = List.of(
            "import", "refill", "list", "export", "rule", "scoreboard", "search", "reach", "duplicates", "api", "bulk");
    private static final int MANY = 1_000_000;
    private static final int WORTH_KEEPING = 100_000;
    private static final int TOUCHES = 10;

    private final ApplicationContext product;
    private final Plain plain;
    private final Arguments arguments;
    private final PrintStream out;
    private final List<Result> results = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Bench(ApplicationContext product, Arguments arguments, PrintStream out) {
        this.product = product;
        this.plain = new Plain(product.getBean(DataSource.class));
        this.arguments = arguments;
        this.out = out;
        arguments.allowOnly("rows", "only");
        only().stream().filter(name -> !NAMES.contains(name)).findFirst().ifPresent(name -> {
            throw new Refused("There is no benchmark " + name + ". There are: " + String.join(", ", NAMES) + ".");
        });
    }

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Arguments arguments =
                    Arguments.parse(Arrays.stream(String.join(" ", args).split("\\s+"))
                            .filter(word -> !word.isEmpty() && !word.equals("--"))
                            .toList());
            var product = new SpringApplicationBuilder(Doppelpass.class)
                    .initializers(new TestDatabase())
                    .run();
            product.getBean(Cast.class).enter();
            Report report = new Bench(product, arguments, out).run();
            if (!arguments.options().containsKey("only") && report.leads() >= WORTH_KEEPING) {
                Findings.putRaces(report.page());
                out.println("Written to " + Findings.PAGE + ".");
            }
            System.exit(0);
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        } catch (RuntimeException | AssertionError broken) {
            broken.printStackTrace(); // the product's own threads would go on
            System.exit(1);
        }
    }

    Report run() {
        Computer computer = Computer.present(plain);
        out.println(computer.words());
        if (wanted("import") || wanted("refill")) imports();
        if (NAMES.stream().skip(2).anyMatch(this::wanted)) pages();
        LocalDate day = LocalDate.ofInstant(
                Clock.systemUTC().instant(), Clock.systemDefaultZone().getZone());
        Report report = new Report(day, computer.words(), rows(), List.copyOf(results), List.copyOf(remarks));
        out.println();
        out.println(report.table());
        remarks.forEach(out::println);
        return report;
    }

    private void imports() {
        Command verb = product.getBeansOfType(Command.class).values().stream()
                .filter(command -> command.verb().equals("import"))
                .findFirst()
                .orElseThrow();
        ImportBench bench = new ImportBench(plain, verb, TestDatabase.home());
        List<Integer> sizes = arguments.option("rows").isPresent() ? List.of(rows()) : List.of(100_000, MANY);
        if (wanted("import")) {
            for (int size : sizes) {
                say("importing " + size + " contacts, " + Race.ROUNDS + " times each way");
                keep(List.of(bench.of(size)));
            }
        }
        if (wanted("refill")) {
            say("importing " + rows() + " contacts beside as many, " + Race.ROUNDS + " times each way");
            keep(List.of(bench.again(rows())));
        }
        remarks.addAll(bench.remarks());
    }

    private void pages() {
        say("making " + rows() + " leads with their histories");
        // only the owner of the schema may write past the triggers
        try (Connection connection = product.getBean(DatabaseAddress.class).connect()) {
            new World(connection, rows(), TOUCHES, TestClock.START).make();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Cast cast = product.getBean(Cast.class);
        var browser = product.getBean(TestBrowsers.class).as("mara");
        boolean small = rows() < MANY / 10;
        Race quick = small ? new Race(1, 2) : new Race(300, 20);
        Race some = small ? new Race(0, 1) : new Race(20, 10);
        Race slow = small ? new Race(0, 1) : new Race(1, 3);
        if (wanted("list")) {
            say("lists");
            keep(new LeadListBench(plain, product, cast.person("mara"), browser, quick).results());
            say("lists with custom fields");
            FieldListBench.fill(plain, product);
            keep(new FieldListBench(plain, product, cast.person("mara"), quick).results());
        }
        if (wanted("export")) {
            say("export");
            ExportBench export = new ExportBench(plain, browser, rows());
            keep(List.of(export.result()));
            remarks.addAll(export.remarks());
        }
        if (wanted("rule")) {
            say("rules");
            var rules = new RuleBench(product.getBean(DSLContext.class), plain, product.getBean(Glossary.class), slow);
            keep(rules.results(cast.person("mara"), cast.person("stefan")));
        }
        if (wanted("search")) {
            say("search");
            SearchBench search = SearchBench.everything(plain, product.getBean(Searches.class), cast.person("mara"));
            keep(List.of(
                    search.result(String.format(Locale.ENGLISH, "search among %,d contacts, first results", rows()))));
            remarks.add(search.slowest("search"));
        }
        if (wanted("scoreboard")) {
            say("scoreboard");
            keep(new ScoreboardBench(product, plain, browser, slow, some).results());
        }
        if (wanted("reach")) {
            say("row rights");
            if (!wanted("list")) FieldListBench.fill(plain, product);
            ReachBench reach = new ReachBench(plain, product, some);
            keep(reach.results());
            remarks.addAll(reach.remarks());
        }
        if (wanted("duplicates")) { // last, because it adds people to the world of the others
            say("duplicates");
            var duplicates = new DuplicateBench(plain, product.getBean(Queue.class), rows());
            keep(List.of(duplicates.result()));
            remarks.addAll(duplicates.remarks());
        }
        if (wanted("api")) {
            say("the API");
            var program = product.getBean(Programs.class).of("mara");
            keep(new ApiBench(plain, program, browser, quick, slow, rows()).results());
        }
        if (wanted("bulk")) {
            say("bulk edit");
            var owner = product.getBean(DatabaseAddress.class);
            keep(List.of(new BulkBench(plain, browser, product.getBean(Queue.class), owner, rows()).result()));
        }
    }

    private boolean wanted(String name) {
        return only().isEmpty() || only().contains(name);
    }

    private List<String> only() {
        return arguments.option("only").map(names -> List.of(names.split(","))).orElse(List.of());
    }

    private int rows() {
        String text = arguments.option("rows").orElse(Integer.toString(MANY));
        if (!text.matches("[1-9]\\d{2,7}"))
            throw new Refused("--rows is a number from 100 to 99999999, not " + text + ".");
        return Integer.parseInt(text);
    }

    /** Told at once too: what breaks off later has measured this all the same. */
    private void keep(List<Result> found) {
        results.addAll(found);
        found.forEach(result -> out.println("  " + String.join(" | ", result.cells())));
    }

    private void say(String what) {
        out.println("… " + what);
    }
}
