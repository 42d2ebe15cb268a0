package doppelpass.core;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import doppelpass.core.BusinessWeek.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessWeekTest {
    @Test
    void readsAWeekAsPeopleWriteIt() {
        BusinessWeek week = BusinessWeek.parse("Mo-Th 08:30-17:00; Fr 08:30-12:00,13:00-15:00");
        assertThat(week.on(THURSDAY)).containsExactly(new Hours(510, 1020));
        assertThat(week.on(FRIDAY)).containsExactly(new Hours(510, 720), new Hours(780, 900));
        assertThat(week.on(SATURDAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mo 08:00-17:00 | Mo 08:00-17:00",
                "Mo,Tu,We 08:00-17:00 | Mo-We 08:00-17:00",
                "Fr 08:00-15:00;Mo-Th 08:00-17:00; | Mo-Th 08:00-17:00; Fr 08:00-15:00",
                "Mo-Mi,Fr 08:00 - 17:00 | Mo-We 08:00-17:00; Fr 08:00-17:00",
                "Di,Do 09:00-10:00 | Tu 09:00-10:00; Th 09:00-10:00",
                "Sa-Mo 00:00-24:00 | Mo 00:00-24:00; Sa-Su 00:00-24:00",
                "Mo-So 00:00-24:00 | Mo-Su 00:00-24:00"
            })
    void writesTheShortestForm(String text, String formatted) {
        assertThat(BusinessWeek.parse(text).format()).isEqualTo(formatted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0 | expected a day",
                "Xx 08:00-17:00 | 0 | expected a day",
                "Mo-Xx 08:00-17:00 | 3 | expected a day",
                "Mo | 2 | expected two digits",
                "Mo 8:00-17:00 | 3 | expected two digits",
                "Mo 0800-1700 | 5 | expected \":\"",
                "Mo 08:00 | 8 | expected \"-\"",
                "Mo 08:61-17:00 | 3 | not a time of day",
                "Mo 08:00-24:01 | 9 | not a time of day",
                "Mo 17:00-08:00 | 3 | closes before it opens",
                "Mo 08:00-08:00 | 3 | closes before it opens",
                "Mo 08:00-12:00,11:00-17:00 | 15 | overlap or are out of order",
                "Mo 13:00-17:00,08:00-12:00 | 15 | overlap or are out of order",
                "Mo 08:00-17:00; Mo 09:00-10:00 | 16 | Mo appears twice",
                "Mo-We,Tu 08:00-17:00 | 6 | Tu appears twice",
                "Mo 08:00-17:00 Tu 08:00-17:00 | 15 | expected \";\""
            })
    void anErrorSaysWhereAndWhat(String text, int position, String problem) {
        MalformedText error = catchThrowableOfType(MalformedText.class, () -> BusinessWeek.parse(text));
        assertThat(error).hasMessageContaining(problem);
        assertThat(error.position()).isEqualTo(position);
        assertThat(error.text()).isEqualTo(text);
    }

    @Test
    void aWeekThatIsNeverOpenIsRefused() {
        assertThatThrownBy(() -> new BusinessWeek(Map.of())).hasMessage("A business week needs open hours");
        assertThatThrownBy(() -> new BusinessWeek(Map.of(MONDAY, List.of())))
                .hasMessage("A business week needs open hours");
        assertThatThrownBy(() -> new BusinessWeek(Map.of(MONDAY, List.of(new Hours(60, 120), new Hours(90, 150)))))
                .hasMessageContaining("overlap");
        assertThatThrownBy(() -> BusinessWeek.parse("Mo 08:00-09:00;".repeat(100)))
                .hasMessageContaining("too long");
    }

    @Test
    void hoursIncludeTheirFirstMinuteAndNotTheirLast() {
        Hours hours = new Hours(510, 1020);
        assertThat(hours.contains(LocalTime.of(8, 30))).isTrue();
        assertThat(hours.contains(LocalTime.of(8, 29, 59, 999_999_999))).isFalse();
        assertThat(hours.contains(LocalTime.of(16, 59, 59, 999_999_999))).isTrue();
        assertThat(hours.contains(LocalTime.of(17, 0))).isFalse();
        assertThat(BusinessWeek.ALWAYS.on(SUNDAY).getFirst().contains(LocalTime.MAX))
                .isTrue();
    }

    @Test
    void anyWeekReadsBackFromItsText() {
        Random random = new Random(5);
        for (int round = 0; round < 1_000; round++) {
            BusinessWeek week = randomWeek(random);
            assertThat(BusinessWeek.parse(week.format())).isEqualTo(week);
        }
    }

    static BusinessWeek randomWeek(Random random) {
        EnumMap<DayOfWeek, List<Hours>> open = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Hours> hours = new ArrayList<>();
            int minute = random.nextInt(900);
            while (random.nextInt(3) > 0 && minute < Hours.DAY) {
                int to = minute + 1 + random.nextInt(Hours.DAY - minute);
                hours.add(new Hours(minute, to));
                minute = to + random.nextInt(120);
            }
            open.put(day, hours);
        }
        boolean closed = open.values().stream().allMatch(List::isEmpty);
        return closed ? BusinessWeek.ALWAYS : new BusinessWeek(open);
    }
}
