package doppelpass;

import doppelpass.console.Arguments;
import doppelpass.console.Command;
import doppelpass.console.Refused;
import doppelpass.console.Verb;
import doppelpass.database.Database;
import doppelpass.database.DatabaseRefused;
import doppelpass.database.Doctor;
import doppelpass.database.Home;
import doppelpass.demo.DemoSignIn;
import doppelpass.scoreboard.WarmUp;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the server, or runs one verb of the command line on the same database. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
public class Doppelpass {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] args) {
        String verb = args.length == 0 ? "start" : args[0];
        List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        try {
            if (verb.equals("start")) {
                serve(Arguments.parse(rest), false);
            } else if (verb.equals("demo")) {
                serve(Arguments.parse(rest), true);
            } else if (verb.equals("doctor")) {
                System.exit(healthy(Arguments.parse(rest)) ? 0 : 1);
            } else {
                run(verb, Arguments.parse(rest));
            }
        } catch (Refused | DatabaseRefused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** The doctor's words are all that is printed: {@code --json} is read by programs. */
    private static boolean healthy(Arguments arguments) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        LoggingSystem.get(Doppelpass.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        return new Doctor(Home.from(System.getenv()), System.getenv(), Clock.systemUTC()).examine(arguments, OUT);
    }

    private static void serve(Arguments arguments, boolean demo) {
        arguments.allowOnly("port");
        Home home = Home.from(System.getenv());
        Running running = Running.claim(home);
        Database database = Database.open(home, System.getenv());
        // a plain hook runs beside Spring's: the context is closed first here, then the database
        ConfigurableApplicationContext[] started = new ConfigurableApplicationContext[1];
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (started[0] != null) {
                started[0].close();
            }
            database.close();
            running.release();
        }));
        if (demo) {
            Demo.prepare(application(database, WebApplicationType.NONE), home, OUT);
        }
        SpringApplication application = application(database, WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        arguments.option("port").ifPresent(port -> System.setProperty("server.port", port));
        started[0] = application.run();
        database.keepAlive();
        Greeting.print(started[0], OUT);
        Thread.ofVirtual().name("warm-up").start(started[0].getBean(WarmUp.class));
        if (demo) {
            started[0].getBean(DemoSignIn.class).print(home.folder(), OUT);
        }
    }

    private static void run(String verb, Arguments arguments) {
        // a verb's answer stands alone on the output, for machines to read; what is logged goes beside it
        System.setOut(System.err);
        Home home = Home.from(System.getenv());
        try (Database database = Database.open(home, System.getenv())) {
            SpringApplication application = application(database, WebApplicationType.NONE);
            // a verb needs few of the parts and ends soon: what it does not ask for is not made
            application.setLazyInitialization(true);
            try (ConfigurableApplicationContext context = application.run()) {
                database.keepAlive();
                command(context, verb).run(arguments, OUT);
            }
        }
    }

    private static Command command(ConfigurableApplicationContext context, String verb) {
        return Arrays.stream(context.getBeanNamesForAnnotation(Verb.class))
                .filter(name -> Objects.requireNonNull(context.findAnnotationOnBean(name, Verb.class))
                        .value()
                        .equals(verb))
                .map(name -> context.getBean(name, Command.class))
                .findFirst()
                .orElseThrow(() -> new Refused("Unknown command " + verb + ". ./doppelpass help lists them."));
    }

    private static SpringApplication application(Database database, WebApplicationType type) {
        SpringApplication application = new SpringApplicationBuilder(Doppelpass.class)
                .web(type)
                .properties(database.properties())
                .properties("doppelpass.console=" + (type == WebApplicationType.NONE))
                .build();
        if (type == WebApplicationType.NONE) {
            application.setAdditionalProfiles("console");
        }
        return application;
    }
}
