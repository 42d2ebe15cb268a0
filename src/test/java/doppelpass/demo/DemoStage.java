package doppelpass.demo;

import doppelpass.Doppelpass;
import doppelpass.database.Database;
import doppelpass.database.Home;
import doppelpass.testing.Ready;
import doppelpass.testing.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A database of its own in which the example company is made as at {@link TestClock#START}. */
final class DemoStage implements AutoCloseable {
    private final Path folder;
    private final Database database;

    DemoStage() {
        try {
            folder = Files.createTempDirectory("doppelpass-demo");
            Ready.lend(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = Database.open(new Home(folder), Map.of());
    }

    Path folder() {
        return folder;
    }

    /** A context in which the story's clock runs. */
    ConfigurableApplicationContext founding() {
        return application(WebApplicationType.NONE)
                .profiles("console", "demo")
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("clock", Clock.class, () -> Clock.fixed(TestClock.START, ZoneOffset.UTC)))
                .run();
    }

    /** The server at the same moment. */
    ConfigurableApplicationContext server() {
        return application(WebApplicationType.SERVLET).run();
    }

    private SpringApplicationBuilder application(WebApplicationType type) {
        Map<String, Object> properties = new HashMap<>();
        database.properties().forEach(properties::put);
        properties.put("spring.main.allow-bean-definition-overriding", "true");
        properties.put("server.port", "0");
        properties.put("doppelpass.home", folder.toString());
        properties.put("doppelpass.workers", "0");
        properties.put("doppelpass.console", type == WebApplicationType.NONE);
        return new SpringApplicationBuilder(Doppelpass.class).web(type).properties(properties);
    }

    @Override
    public void close() {
        database.close();
        try {
            Ready.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
