package doppelpass;

import doppelpass.identity.SetupLink;
import java.io.PrintStream;
import org.springframework.context.ConfigurableApplicationContext;

/** What the console says when the first page can be opened. */
final class Greeting {
    private Greeting() {}

    static void print(ConfigurableApplicationContext context, PrintStream out) {
        String port = context.getEnvironment().getProperty("local.server.port", "8080");
        String url = "http://localhost:" + port;
        context.getBean(SetupLink.class)
                .issueIfNew()
                .ifPresentOrElse(
                        token -> out.println("Doppelpass is ready. Set it up with this one-time link:\n  " + url
                                + "/setup/" + token),
                        () -> out.println("Doppelpass is ready:\n  " + url));
    }
}
