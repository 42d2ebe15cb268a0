package doppelpass;

import doppelpass.database.Home;
import doppelpass.demo.DemoCompany;
import doppelpass.demo.DemoSignIn;
import java.io.PrintStream;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Sees to it that the example company is there before the server opens; its story has a clock, and so a context, of its own. */
final class Demo {
    private Demo() {}

    static void prepare(SpringApplication application, Home home, PrintStream out) {
        application.setAdditionalProfiles("console", "demo");
        try (ConfigurableApplicationContext context = application.run()) {
            long began = System.nanoTime();
            if (context.getBean(DemoCompany.class).found()) {
                double seconds = (System.nanoTime() - began) / 1e9;
                out.printf(Locale.ROOT, "Made the demo company with two years of history in %.1f s.%n", seconds);
            }
            context.getBean(DemoSignIn.class).agree(home.folder());
        }
    }
}
