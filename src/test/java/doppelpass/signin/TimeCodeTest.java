package doppelpass.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the table of RFC 6238, appendix B; its seeds are the ASCII digits 1 to 0 repeated to the hash's own length. */
class TimeCodeTest {
    private static final String DIGITS = "1234567890".repeat(7);
    private static final Map<String, Integer> SEED = Map.of("HmacSHA1", 20, "HmacSHA256", 32, "HmacSHA512", 64);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082, HmacSHA1",
        "59, 46119246, HmacSHA256",
        "59, 90693936, HmacSHA512",
        "1111111109, 07081804, HmacSHA1",
        "1111111109, 68084774, HmacSHA256",
        "1111111109, 25091201, HmacSHA512",
        "1111111111, 14050471, HmacSHA1",
        "1111111111, 67062674, HmacSHA256",
        "1111111111, 99943326, HmacSHA512",
        "1234567890, 89005924, HmacSHA1",
        "1234567890, 91819424, HmacSHA256",
        "1234567890, 93441116, HmacSHA512",
        "2000000000, 69279037, HmacSHA1",
        "2000000000, 90698825, HmacSHA256",
        "2000000000, 38618901, HmacSHA512",
        "20000000000, 65353130, HmacSHA1",
        "20000000000, 77737706, HmacSHA256",
        "20000000000, 47863826, HmacSHA512"
    })
    void codesAreThoseOfTheStandard(long seconds, String code, String algorithm) {
        byte[] seed = DIGITS.substring(0, SEED.getOrDefault(algorithm, 0)).getBytes(StandardCharsets.US_ASCII);
        assertThat(TimeCode.at(seed, TimeCode.step(Instant.ofEpochSecond(seconds)), 8, algorithm))
                .isEqualTo(code);
    }

    @Test
    void aClockMayGoOneStepWrongAndNotTwo() {
        byte[] seed = DIGITS.substring(0, 20).getBytes(StandardCharsets.US_ASCII);
        // the last six of 94287082 at second 59, which is step 1
        assertThat(TimeCode.stepOf("287082", seed, Instant.ofEpochSecond(0))).hasValue(1);
        assertThat(TimeCode.stepOf("287082", seed, Instant.ofEpochSecond(59))).hasValue(1);
        assertThat(TimeCode.stepOf("287082", seed, Instant.ofEpochSecond(89))).hasValue(1);
        assertThat(TimeCode.stepOf("287082", seed, Instant.ofEpochSecond(90))).isEmpty();
        assertThat(TimeCode.stepOf("287082", seed, Instant.ofEpochSecond(-1))).isEmpty();
        assertThat(TimeCode.stepOf("", seed, Instant.ofEpochSecond(59))).isEmpty();
    }
}
