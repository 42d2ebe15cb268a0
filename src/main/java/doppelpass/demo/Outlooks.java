package doppelpass.demo;

import doppelpass.forecast.Forecasts;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the firm expected each Monday of the last year and a half; one Monday the server was off until noon. */
@Component
@Profile("demo")
class Outlooks {
    private static final int WEEKS = 78;
    private static final int MISSED = 9;

    private final Forecasts forecasts;

    Outlooks(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    void freeze(Scene scene) {
        LocalDate last = scene.story().today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int week = WEEKS; week >= 0; week--) {
            LocalDate monday = last.minusWeeks(week);
            Instant due = monday.atTime(LocalTime.of(6, 0)).atZone(Troupe.ZONE).toInstant();
            Instant at =
                    week == MISSED ? monday.atTime(12, 4).atZone(Troupe.ZONE).toInstant() : due;
            if (!scene.story().future(at)) forecasts.freeze(due, at);
        }
        forecasts.count();
    }
}
