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
    void numbersAtHomeAreShownWithoutCountryCode() {
        assertThat(Phones.shown("+498912345678", "DE")).isEqualTo("089 12345678");
        assertThat(Phones.shown("+498912345678", "AT")).isEqualTo("+49 89 12345678");
        assertThat(Phones.shown("ask Erika", "DE")).isEqualTo("ask Erika");
    }
}
