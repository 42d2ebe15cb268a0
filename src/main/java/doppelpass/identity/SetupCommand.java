package doppelpass.identity;

import doppelpass.console.Arguments;
import doppelpass.console.Command;
import doppelpass.console.Refused;
import doppelpass.console.Verb;
import doppelpass.core.BusinessWeek;
import doppelpass.core.TeamFunction;
import doppelpass.web.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** {@code setup}: founds the organisation without a browser. */
@Component
@Verb("setup")
class SetupCommand implements Command {
    private final Organisations organisations;

    SetupCommand(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        arguments.allowOnly(
                "organisation", "admin", "password-file", "currency", "zone", "language", "country", "region");
        Organisation organisation = organisation(arguments);
        String mail = arguments.required("admin");
        NewPerson administrator = new NewPerson(
                mail,
                mail.split("@", 2)[0],
                password(arguments),
                organisation.language(),
                TeamFunction.ADMINISTRATION,
                null,
                false,
                true);
        try {
            organisations.found(organisation, administrator);
        } catch (Refusal refusal) {
            throw new Refused(refusal.text(Locale.ENGLISH));
        }
        out.println("Set up " + organisation.name() + "; " + mail + " is its administrator.");
    }

    private static Organisation organisation(Arguments arguments) {
        String language = arguments.option("language").orElse("de");
        if (!language.equals("de") && !language.equals("en")) {
            throw new Refused("The language is de or en, not " + language + ".");
        }
        try {
            return new Organisation(
                    arguments.required("organisation"),
                    language,
                    ZoneId.of(arguments.option("zone").orElse("Europe/Berlin")),
                    Currency.getInstance(arguments.option("currency").orElse("EUR")),
                    1,
                    arguments.option("country").orElse("DE"),
                    arguments.option("region").orElse(null),
                    BusinessWeek.parse(Organisation.USUAL_WEEK));
        } catch (DateTimeException e) {
            throw new Refused("Unknown time zone: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new Refused("Unknown currency " + arguments.option("currency").orElse("EUR")
                    + ". It takes a code such as EUR.");
        }
    }

    private static String password(Arguments arguments) {
        Path file = Path.of(arguments.required("password-file"));
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Refused("Cannot read the password file " + file + ".");
        }
    }
}
