package doppelpass.forecast;

import doppelpass.identity.Organisations;
import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts the chances anew, once a day; the first time as soon as there is an organisation. */
@Component
class CountJob implements Job {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Forecasts forecasts;
    private final Organisations organisations;

    CountJob(Forecasts forecasts, Organisations organisations) {
        this.forecasts = forecasts;
        this.organisations = organisations;
    }

    @Override
    public String kind() {
        return "forecast.count";
    }

    @Override
    public void run(Run run) {
        if (organisations.find().isPresent()) forecasts.count();
    }

    @Override
    public Optional<Instant> next(Instant now) {
        boolean first = forecasts.countedAt().isEmpty() && organisations.find().isPresent();
        return Optional.of(now.plus(first ? SOON : DAY));
    }
}
