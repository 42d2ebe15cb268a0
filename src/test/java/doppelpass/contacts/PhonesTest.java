package doppelpass.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhonesTest {
    @Test
    void aNumberIsKeptInTheInternationalFormWhateverWayItIsTyped() {
        assertThat(Phones.normalise("089 / 123 456-78", "DE")).contains("+498912345678");
        assertThat(Phones.normalise("+49 (0)89 12345678", "DE")).contains("+498912345678");
        assertThat(Phones.normalise("0043 1 5850", "DE")).contains("+4315850");
        assertThat(Phones.normalise("01 5850", "AT")).contains("+4315850");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThat(Phones.normalise("call the office", "DE")).isEmpty();
        assertThat(Phones.normalise("12", "DE")).isEmpty();
        assertThat(Phones.normalise("", "DE")).isEmpty();
    }

    @Test
    void dataCareAsksForMoreThanEntryDoes() {
        assertThat(Phones.normalise("030 23125", "DE")).contains("+493023125");
        assertThat(Phones.valid("089 123456", "DE")).isTrue();
        assertThat(Phones.valid("+43 1 5850", "DE")).isTrue();
        assertThat(Phones.normalise("+34 123 456 789", "DE"))
                .as("no such range, but the length")
                .isPresent();
        assertThat(Phones.valid("+34 123 456 789", "DE")).isFalse();
        assertThat(Phones.normalise("+1 123 456 7890", "DE")).isPresent();
        assertThat(Phones.valid("+1 123 456 7890", "DE")).isFalse();
        assertThat(Phones.valid("ask Erika", "DE")).isFalse();
    }

    @Test
    void numbersAtHomeAreShownWithoutCountryCode() {
        assertThat(Phones.shown("+498912345678", "DE")).isEqualTo("089 12345678");
        assertThat(Phones.shown("+498912345678", "AT")).isEqualTo("+49 89 12345678");
        assertThat(Phones.shown("ask Erika", "DE")).isEqualTo("ask Erika");
    }
}
