package doppelpass.quality;

import java.time.Instant;
import java.time.LocalDate;

/** When a check looks: the instant, and the day it is then for the organisation. */
public record Moment(Instant now, LocalDate today) {}
