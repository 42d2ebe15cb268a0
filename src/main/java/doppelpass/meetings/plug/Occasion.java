package doppelpass.meetings.plug;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The meeting an agenda is made for, seen from {@code now}; {@code since} is the start of the one before. */
public record Occasion(long meetingId, Instant startsAt, Instant since, Instant now, ZoneId zone) {
    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    public LocalDate day() {
        return LocalDate.ofInstant(startsAt, zone);
    }
}
