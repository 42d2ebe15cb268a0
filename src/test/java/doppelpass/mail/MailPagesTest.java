package doppelpass.mail;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestMailServer;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class MailPagesTest {
    private final TestBrowsers browsers;
    private final TestMailServer server;
    private final MailServers servers;
    private final Mails mails;
    private final DSLContext db;

    MailPagesTest(TestBrowsers browsers, TestMailServer server, MailServers servers, Mails mails, DSLContext db) {
        this.browsers = browsers;
        this.server = server;
        this.servers = servers;
        this.mails = mails;
        this.db = db;
    }

    @BeforeEach
    void forget() {
        db.execute("truncate mail.outbox, mail.server, work.job");
    }

    @Test
    void anAdministratorEntersTheServerAndSendsATestMail() throws Exception {
        server.start();
        db.execute("truncate mail.server");
        var ada = browsers.as("ada");
        assertThat(ada.get("/mail").body()).contains("nothing is sent");
        var saved = ada.send("PUT", "/mail/server", settings(server.port(), "https://crm.kern.test/"));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(servers.find().orElseThrow().address()).isEqualTo("https://crm.kern.test");
        assertThat(ada.send("POST", "/mail/tests", Map.of()).statusCode()).isEqualTo(302);
        var mail = server.receivedBy("ada@kern.test").getFirst();
        assertThat(mail.getContent().toString()).contains("https://crm.kern.test/mail");
        assertThat(ada.get("/mail").body()).contains("accepted by the server", "ada@kern.test");
        server.stop();
    }

    @Test
    void wrongSettingsComeBackWithTheReasonAtTheField() {
        var answer = browsers.as("ada").send("PUT", "/mail/server", settings(0, "crm.kern.test"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("A port is a number from 1 to 65535.", "Enter the address with http://", "127.0.0.1");
        assertThat(servers.find()).isEmpty();
    }

    @Test
    void thePasswordNeverComesBackToAPage() {
        Map<String, String> settings = new HashMap<>(settings(587, "https://crm.kern.test"));
        settings.put("password", "top-secret");
        var ada = browsers.as("ada");
        ada.send("PUT", "/mail/server", settings);
        assertThat(servers.find().orElseThrow().password()).isEqualTo("top-secret");
        assertThat(ada.get("/mail").body()).doesNotContain("top-secret");
    }

    @Test
    void aMailNobodyCouldSendIsShownAndSentOnDemand() {
        mails.send(Message.plain("svea@kern.test", "", "Waiting <b>", "text"));
        var ada = browsers.as("ada");
        assertThat(ada.get("/mail").body()).contains("no server set up", "Waiting &lt;b&gt;");
        server.start();
        long id = mails.latest(1).getFirst().id();
        assertThat(ada.get("/mail").body()).contains("/mail/messages/" + id + "/delivery");
        ada.send("PUT", "/mail/messages/" + id + "/delivery", Map.of());
        assertThat(server.receivedBy("svea@kern.test")).hasSize(1);
        assertThat(ada.send("PUT", "/mail/messages/" + id + "/delivery", Map.of())
                        .statusCode())
                .isEqualTo(409);
        server.stop();
    }

    @Test
    void nobodyElseSeesTheOutbox() {
        for (String name : new String[] {"svea", "lena", "boris", "carlo"}) {
            assertThat(browsers.as(name).get("/mail").statusCode()).isEqualTo(403);
        }
    }

    private static Map<String, String> settings(int port, String address) {
        return Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(port),
                "security", "none",
                "login", "",
                "password", "",
                "sender", "crm@kern.test",
                "senderName", "Kern CRM",
                "address", address);
    }
}
