package doppelpass.bench.load;

import doppelpass.bench.Computer;
import doppelpass.bench.Findings;
import doppelpass.console.Arguments;
import doppelpass.console.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./doppelpass bench load}: people and programs ask at a steady pace, and it is told how long they wait. */
final class Load {
    private final Settings settings;
    private final PrintStream out;

    Load(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Arguments typed =
                    Arguments.parse(Arrays.stream(String.join(" ", args).split("\\s+"))
                            .filter(word -> !word.isEmpty() && !word.equals("--"))
                            .toList());
            Settings settings = Settings.of(typed, System.getenv());
            Outcome outcome = new Load(settings, out).run();
            if (settings.worthKeeping()) {
                Findings.putLoad(outcome.section());
                out.println("Written to " + Findings.PAGE + ".");
            }
            System.exit(outcome.failed() == 0 ? 0 : 1);
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
        }
    }

    Outcome run() throws Exception {
        Ground ground = new Ground(settings);
        Thread interrupted = new Thread(() -> close(ground));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            return run(ground);
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
            ground.close();
        }
    }

    private Outcome run(Ground ground) throws Exception {
        Computer computer = Computer.present(ground.postgres());
        say("making " + settings.contacts() + " contacts with their histories");
        ground.prepare();
        Mix mix = new Mix(ground.visitors(), ground.deep());
        try (Jvm product = ground.product()) {
            Jvm.Need idle = product.need();
            if (settings.settled()) {
                say("letting it look for duplicates among them, as it does once");
                ground.settle();
            }
            say("warming up");
            Tally unmeasured = new Tally(mix.names());
            new Sender(mix, unmeasured).send(settings.perSecond() / 2, settings.warmUp());
            say("asking");
            Tally tally = new Tally(mix.names());
            MemoryWatch watch = new MemoryWatch(product);
            double before = product.worked();
            double mine = worked();
            double reached;
            try (watch) {
                reached = new Sender(mix, tally).send(settings.perSecond(), settings.time());
            }
            LocalDate day = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
            Section.Work work = new Section.Work(product.worked() - before, worked() - mine, reached);
            Section section = new Section(day, computer, settings, tally, work, idle, watch.words(), product.need());
            out.println();
            out.println(section.text());
            return outcome(unmeasured, tally, section.text());
        }
    }

    private Outcome outcome(Tally unmeasured, Tally tally, String section) {
        List<String> failures = Stream.concat(unmeasured.failures().stream(), tally.failures().stream())
                .toList();
        failures.forEach(out::println);
        return new Outcome(tally.all().getTotalCount(), unmeasured.failed() + tally.failed(), failures, section);
    }

    /** Seconds of processor time of this process. */
    private static double worked() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1000d;
    }

    private void say(String what) {
        out.println("… " + what);
    }

    private static void close(Ground ground) {
        try {
            ground.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
