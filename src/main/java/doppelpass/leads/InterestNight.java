package doppelpass.leads;

import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every midnight the scores of interest fade by a day. */
@Component
class InterestNight implements Job {
    private final Interests interests;
    private final Organisations organisations;
    private final Clock clock;

    InterestNight(Interests interests, Organisations organisations, Clock clock) {
        this.interests = interests;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "leads.interest";
    }

    @Override
    public Optional<Instant> next(Instant now) {
        ZoneId zone = organisations.find().map(Organisation::zone).orElse(ZoneOffset.UTC);
        return Optional.of(
                LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant());
    }

    @Override
    public void run(Run run) {
        if (organisations.find().isPresent()) interests.decay(clock.instant());
    }
}
