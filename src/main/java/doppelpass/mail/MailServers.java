package doppelpass.mail;

import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one mail server in use: from the environment, which wins, or as an administrator entered it. */
@Component
public class MailServers {
    private final MailTable table;
    private final Seal seal;
    private final Clock clock;
    private final Optional<MailServer> given;

    MailServers(MailTable table, Seal seal, Clock clock, @Value("${DOPPELPASS_SMTP_URL:}") String url) {
        this.table = table;
        this.seal = seal;
        this.clock = clock;
        this.given = url.isBlank() ? Optional.empty() : Optional.of(MailServer.parse(url));
    }

    public Optional<MailServer> find() {
        return given.or(
                () -> table.server(text -> text.isEmpty() ? "" : seal.open(text).orElse("")));
    }

    /** Set by the operator: the page shows it and cannot change it. */
    public boolean fromEnvironment() {
        return given.isPresent();
    }

    /** An empty password keeps the one that is stored, as long as login and host stay the same. */
    @Transactional
    public void save(MailServer server, long by) {
        String kept = find().filter(
                        s -> s.host().equals(server.host()) && s.login().equals(server.login()))
                .map(MailServer::password)
                .orElse("");
        String password = server.password().isEmpty() ? kept : server.password();
        table.save(server, password.isEmpty() ? "" : seal.close(password), by, clock.instant());
    }
}
