package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15 Apr, 2021 00:02:00 | 2021-04-14T22:02:00Z",
                "2021-04-25 | 2021-04-24T22:00:00Z",
                "2021-04-15 23:03:00 | 2021-04-15T21:03:00Z",
                "2024-03-12T09:14:05.123Z | 2024-03-12T09:14:05Z",
                "2021-04-15T00:02:00+05:30 | 2021-04-14T18:32:00Z",
                "3/15/2024 2:30 PM | 2024-03-15T13:30:00Z",
                "15.01.2021 14:05 | 2021-01-15T13:05:00Z",
                "15. März 2021 | 2021-03-14T23:00:00Z",
                "Apr 15, 2021 | 2021-04-14T22:00:00Z",
                "1618437600000 | 2021-04-14T22:00:00Z",
                "12/31/2024 12:00 AM | 2024-12-30T23:00:00Z",
                "1.2.21 | 2021-01-31T23:00:00Z",
                "2021/4/5 | 2021-04-04T22:00:00Z"
            })
    void momentsAreReadInTheOrganisationsZoneUnlessTheyNameTheirOwn(String text, Instant moment) {
        Dates.Order order = Dates.order(List.of(text), Dates.Order.DAY_FIRST);
        assertThat(Dates.instant(text, order, BERLIN)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.02.2021",
                "2021-13-01",
                "00.01.2021",
                "15 Foo, 2021",
                "25:00",
                "2021-04-15 25:00:00",
                "",
                "tomorrow",
                "32/1/2021",
                "1/1/2021 13:00 PM"
            })
    void daysThatDoNotExistAreRefused(String text) {
        assertThat(Dates.instant(text, Dates.Order.DAY_FIRST, BERLIN)).isEmpty();
    }

    @Test
    void oneValueAboveTwelveTellsTheOrderOfItsColumn() {
        assertThat(Dates.order(List.of("3/4/2021", "3/25/2021"), Dates.Order.DAY_FIRST))
                .isEqualTo(Dates.Order.MONTH_FIRST);
        assertThat(Dates.order(List.of("3/4/2021", "25/3/2021"), Dates.Order.MONTH_FIRST))
                .isEqualTo(Dates.Order.DAY_FIRST);
        assertThat(Dates.order(List.of("3/4/2021"), Dates.Order.MONTH_FIRST)).isEqualTo(Dates.Order.MONTH_FIRST);
    }

    /** The oracle is Java's own formatter. */
    @Test
    void everyDayIsReadBackFromEveryUsualForm() {
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            LocalDate day = LocalDate.of(1971, 1, 1).plusDays(random.nextInt(29_000));
            for (String form :
                    List.of("yyyy-MM-dd", "d.M.yyyy", "dd/MM/yyyy", "d MMM, yyyy", "MMMM d, yyyy", "dd-MM-yyyy")) {
                String text = DateTimeFormatter.ofPattern(form, Locale.US).format(day);
                assertThat(Dates.day(text, Dates.Order.DAY_FIRST, BERLIN))
                        .as(text)
                        .contains(day);
            }
        }
    }
}
