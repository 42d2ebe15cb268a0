package doppelpass.scoreboard;

import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works the scoreboard out once behind a started server, so that its first reader does not wait for it. */
@Component
public class WarmUp implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final Scoreboards scoreboards;
    private final Organisations organisations;
    private final Clock clock;

    WarmUp(Scoreboards scoreboards, Organisations organisations, Clock clock) {
        this.scoreboards = scoreboards;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public void run() {
        Optional<Organisation> organisation = organisations.find();
        if (organisation.isEmpty()) return;
        YearMonth month =
                YearMonth.from(clock.instant().atZone(organisation.get().zone()));
        try {
            scoreboards.of(month, Locale.forLanguageTag(organisation.get().language()), "", "");
        } catch (RuntimeException failed) {
            LOG.warn("The scoreboard could not be worked out ahead; its first reader will wait for it", failed);
        }
    }
}
