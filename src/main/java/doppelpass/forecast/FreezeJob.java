package doppelpass.forecast;

import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Freezes the forecast on Mondays at six, or at the next start after a Monday that was missed. */
@Component
class FreezeJob implements Job {
    private final Forecasts forecasts;
    private final Organisations organisations;

    FreezeJob(Forecasts forecasts, Organisations organisations) {
        this.forecasts = forecasts;
        this.organisations = organisations;
    }

    @Override
    public String kind() {
        return "forecast.freeze";
    }

    @Override
    public void run(Run run) {
        if (organisations.find().isPresent()) forecasts.freezeDue();
    }

    @Override
    public Optional<Instant> next(Instant now) {
        ZoneId zone = organisations.find().map(Organisation::zone).orElse(ZoneOffset.UTC);
        Instant last = Forecasts.dueBefore(now, zone);
        return Optional.of(Forecasts.dueBefore(last.plus(Duration.ofDays(8)), zone));
    }
}
