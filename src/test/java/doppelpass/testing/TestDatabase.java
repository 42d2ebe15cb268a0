package doppelpass.testing;

import doppelpass.database.Database;
import doppelpass.database.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One embedded PostgreSQL for all tests of a run, in a folder that goes with it. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Path FOLDER = folder();
    private static final Database DATABASE = open();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> properties = new HashMap<>(DATABASE.properties());
        properties.put("spring.main.allow-bean-definition-overriding", "true");
        properties.put("server.port", "0");
        properties.put("doppelpass.home", FOLDER.toString());
        // tests work the queue off themselves: Queue.runUntilIdle()
        properties.put("doppelpass.workers", "0");
        // the other side of webhooks is a server of the test
        properties.put("doppelpass.webhooks.local", "localhost");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
    }

    public static Database database() {
        return DATABASE;
    }

    public static Path home() {
        return FOLDER;
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("doppelpass-test");
            Ready.lend(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Database open() {
        Database database = Database.open(new Home(FOLDER), Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            database.close();
            try {
                Ready.delete(FOLDER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        return database;
    }
}
