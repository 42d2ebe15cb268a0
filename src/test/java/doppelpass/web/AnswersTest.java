package doppelpass.web;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** A page asks a question once; the next page asks it again, and whoever writes asks it each time. */
@DoppelpassTest
class AnswersTest {
    private final TestBrowsers browsers;
    private final DSLContext db;

    AnswersTest(TestBrowsers browsers, DSLContext db) {
        this.browsers = browsers;
        this.db = db;
    }

    @Test
    void answersAreKeptAsLongAsThePage() {
        AtomicInteger asked = new AtomicInteger();
        Answers.kept(() -> {
            assertThat(Answers.once(List.of("who", 1L), asked::incrementAndGet)).isEqualTo(1);
            assertThat(Answers.once(List.of("who", 1L), asked::incrementAndGet)).isEqualTo(1);
            return assertThat(Answers.once(List.of("who", 2L), asked::incrementAndGet))
                    .isEqualTo(2);
        });
        assertThat(Answers.once(List.of("who", 1L), asked::incrementAndGet)).isEqualTo(3);
        assertThat(Answers.once(List.of("who", 1L), asked::incrementAndGet)).isEqualTo(4);
    }

    @Test
    void theNextPageKnowsWhatChanged() {
        WebClient svea = browsers.as("svea");
        WebClient ada = browsers.as("ada");
        assertThat(svea.get("/me").body()).contains("Svea Sales");
        assertThat(ada.get("/organisation").body()).contains("Kern Antriebstechnik GmbH");
        db.execute("update identity.organisation set name = 'Kern SE'");
        db.execute("update identity.person set name = 'Svea Stark' where mail = 'svea@kern.test'");
        assertThat(svea.get("/me").body()).contains("Svea Stark").doesNotContain("Svea Sales");
        assertThat(ada.get("/organisation").body()).contains("Kern SE").doesNotContain("Kern Antriebstechnik");
        assertThat(svea.send("PUT", "/me", Map.of("language", "de", "theme", "auto"))
                        .statusCode())
                .isLessThan(400);
        assertThat(svea.get("/me").body()).contains("lang=\"de\"");
    }
}
