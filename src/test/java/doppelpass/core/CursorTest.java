package doppelpass.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.core.Cursor.Direction;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void everyPlaceTravelsAsTextFitForAUrlAndBack() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            String value = random.ints(random.nextInt(40), 1, 0xD800)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            Cursor cursor = new Cursor(
                    random.nextInt(5) == 0 ? null : value,
                    random.nextLong(),
                    random.nextBoolean() ? Direction.AFTER : Direction.BEFORE);
            assertThat(cursor.encode()).matches("[A-Za-z0-9_-]+");
            assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
        }
    }

    @Test
    void noValueIsNotTheEmptyValue() {
        Cursor none = new Cursor(null, 5, Direction.AFTER);
        Cursor empty = new Cursor("", 5, Direction.AFTER);
        assertThat(Cursor.decode(none.encode())).isEqualTo(none).isNotEqualTo(empty);
        assertThat(Cursor.decode(empty.encode())).isEqualTo(empty);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1a",
                "1a:x",
                "2a5:x",
                "1c5:x",
                "1a05:x",
                "1a-0",
                "1a99999999999999999999",
                "1a5x",
                "1a5:\0",
                "a5:x"
            })
    void contentThatNoListWroteIsRefused(String plain) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
        assertThatThrownBy(() -> Cursor.decode(text)).isInstanceOf(MalformedText.class);
    }

    @Test
    void brokenTextIsRefused() {
        String good = new Cursor("Müller", 5, Direction.AFTER).encode();
        assertThatThrownBy(() -> Cursor.decode(good + "=")).isInstanceOf(MalformedText.class);
        assertThatThrownBy(() -> Cursor.decode(good.substring(1))).isInstanceOf(MalformedText.class);
        assertThatThrownBy(() -> Cursor.decode("%%%")).isInstanceOf(MalformedText.class);
        String notUtf8 = Base64.getUrlEncoder().withoutPadding().encodeToString("1a5:ü".getBytes(ISO_8859_1));
        assertThatThrownBy(() -> Cursor.decode(notUtf8))
                .isInstanceOf(MalformedText.class)
                .hasMessageContaining("not a place in a list");
    }

    @Test
    void aValueHasALimit() {
        assertThat(new Cursor("x".repeat(1000), 1, Direction.AFTER).value()).hasSize(1000);
        assertThatThrownBy(() -> new Cursor("x".repeat(1001), 1, Direction.AFTER))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
