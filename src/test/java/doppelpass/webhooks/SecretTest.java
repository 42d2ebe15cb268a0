package doppelpass.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecretTest {
    /** The example of the specification. */
    @Test
    void theExampleOfTheSpecificationIsSignedAsItSays() {
        Secret secret = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aFreshSecretHas256BitsAndDoesNotSayItself() {
        Secret secret = Secret.fresh();
        assertThat(secret.text())
                .startsWith("whsec_")
                .isNotEqualTo(Secret.fresh().text());
        assertThat(Base64.getDecoder().decode(secret.text().substring(6))).hasSize(32);
        assertThat(secret).hasToString("whsec_…");
    }

    @Test
    void attemptsFollowTheScheduleOfTheSpecificationAndAtMostATenthLater() {
        List<Duration> least = IntStream.rangeClosed(1, 9)
                .mapToObj(attempt -> Backoff.after(attempt, 0).orElseThrow())
                .toList();
        assertThat(least.stream().map(Duration::toString))
                .containsExactly("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H");
        assertThat(Backoff.after(4, 0.999999).orElseThrow())
                .isBetween(Duration.ofMinutes(131), Duration.ofMinutes(132));
        assertThat(Backoff.after(10, 0)).isEmpty();
    }
}
