package doppelpass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;

/** The one-time set-up link, read off what the console greets a new installation with. */
final class ConsoleLink {
    private static final Pattern LINK = Pattern.compile("http://\\S+/setup/\\S+");

    private ConsoleLink() {}

    static String of(ConfigurableApplicationContext application) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Greeting.print(application, new PrintStream(console, true, StandardCharsets.UTF_8));
        String text = console.toString(StandardCharsets.UTF_8);
        Matcher link = LINK.matcher(text);
        if (!link.find()) throw new AssertionError("No set-up link in: " + text);
        return link.group();
    }
}
