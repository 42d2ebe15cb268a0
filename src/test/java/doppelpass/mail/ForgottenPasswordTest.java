package doppelpass.mail;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.TestMailServer;
import doppelpass.testing.WebClient;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class ForgottenPasswordTest {
    private static final Pattern LINK = Pattern.compile("https://crm\\.kern\\.test(/password/[\\w-]{32})");

    private final TestBrowsers browsers;
    private final TestMailServer server;
    private final TestClock clock;
    private final DSLContext db;

    ForgottenPasswordTest(TestBrowsers browsers, TestMailServer server, TestClock clock, DSLContext db) {
        this.browsers = browsers;
        this.server = server;
        this.clock = clock;
        this.db = db;
    }

    @BeforeEach
    void listen() {
        db.execute("truncate mail.outbox, work.job, identity.one_time_link");
        clock.set(TestClock.START);
        server.start();
    }

    @AfterEach
    void silence() {
        server.stop();
    }

    @Test
    void aLinkByMailLetsItsOwnerChooseANewPasswordOnce() throws Exception {
        WebClient other = browsers.as("svea");
        WebClient stranger = browsers.stranger();
        String path = ask(stranger, "svea@kern.test");
        assertThat(stranger.get(path).body()).contains("Choose a new password");
        var changed = stranger.post(path, Map.of("password", "fresh-and-long"));
        assertThat(changed.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?changed");
        assertThat(other.get("/me").statusCode()).as("old sessions end").isEqualTo(302);
        stranger.get("/sign-in");
        var in = stranger.post("/sign-in", Map.of("mail", "svea@kern.test", "password", "fresh-and-long"));
        assertThat(in.headers().firstValue("Location").orElseThrow()).doesNotContain("failed");
        assertThat(browsers.stranger().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theAnswerDoesNotTellWhetherTheAddressIsKnown() {
        WebClient stranger = browsers.stranger();
        stranger.get("/password-link");
        var known = stranger.post("/password-link", Map.of("mail", "carlo@kern.test"));
        var unknown = stranger.post("/password-link", Map.of("mail", "nobody@kern.test"));
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(known.headers().firstValue("Location"))
                .isEqualTo(unknown.headers().firstValue("Location"));
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aLinkIsOverAfterAnHour() throws Exception {
        WebClient stranger = browsers.stranger();
        String path = ask(stranger, "lena@kern.test");
        clock.advance(Duration.ofMinutes(59));
        assertThat(stranger.get(path).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.post(path, Map.of("password", "fresh-and-long")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aShortPasswordIsRefusedAndTheLinkStaysGood() throws Exception {
        WebClient stranger = browsers.stranger();
        String path = ask(stranger, "selma@kern.test");
        stranger.get(path);
        var refused = stranger.post(path, Map.of("password", "short"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("at least 10 characters");
        assertThat(stranger.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void theDatabaseHoldsNoUsableLink() throws Exception {
        String path = ask(browsers.stranger(), "mara@kern.test");
        String token = path.substring("/password/".length());
        assertThat(db.fetch("select * from identity.one_time_link").toString()).doesNotContain(token);
        assertThat(db.fetch("select * from mail.outbox").toString()).doesNotContain(token);
    }

    @Test
    void nobodyCanFloodAMailbox() {
        WebClient stranger = browsers.stranger();
        stranger.get("/password-link");
        for (int i = 0; i < 9; i++) {
            assertThat(stranger.post("/password-link", Map.of("mail", "stefan@kern.test"))
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(server.receivedBy("stefan@kern.test")).hasSize(3);
        clock.advance(Duration.ofHours(1));
        stranger.post("/password-link", Map.of("mail", "stefan@kern.test"));
        assertThat(server.receivedBy("stefan@kern.test")).hasSize(4);
    }

    private String ask(WebClient stranger, String mail) throws Exception {
        stranger.get("/password-link");
        stranger.post("/password-link", Map.of("mail", mail));
        Matcher link =
                LINK.matcher(server.receivedBy(mail).getFirst().getContent().toString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
