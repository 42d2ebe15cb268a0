package doppelpass.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestDatabase;
import doppelpass.web.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class MailServersTest {
    private final MailServers servers;
    private final Seal seal;
    private final DSLContext db;
    private final Cast cast;

    MailServersTest(MailServers servers, Seal seal, DSLContext db, Cast cast) {
        this.servers = servers;
        this.seal = seal;
        this.db = db;
        this.cast = cast;
    }

    @Test
    void thePasswordLiesSealedInTheDatabaseAndItsKeyBesideIt() throws Exception {
        servers.save(server("top-secret"), cast.person("ada").id());
        assertThat(db.fetch("select * from mail.server").toString()).doesNotContain("top-secret");
        assertThat(servers.find().orElseThrow().password()).isEqualTo("top-secret");
        assertThat(servers.find().orElseThrow().toString()).doesNotContain("top-secret");
        Path key = TestDatabase.home().resolve("mail.key");
        assertThat(Files.size(key)).isEqualTo(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void anEmptyPasswordKeepsTheStoredOneForTheSameServerOnly() {
        long ada = cast.person("ada").id();
        servers.save(server("kept"), ada);
        servers.save(server(""), ada);
        assertThat(servers.find().orElseThrow().password()).isEqualTo("kept");
        MailServer other =
                new MailServer("evil.x.test", 587, "starttls", "crm", "", "crm@kern.test", "", "https://crm.kern.test");
        servers.save(other, ada);
        assertThat(servers.find().orElseThrow().password()).isEmpty();
    }

    @Test
    void aChangedSealDoesNotOpen() {
        String hidden = seal.close("secret");
        assertThat(seal.close("secret")).isNotEqualTo(hidden);
        assertThat(seal.open(hidden)).contains("secret");
        char first = hidden.charAt(0) == 'A' ? 'B' : 'A';
        assertThat(seal.open(first + hidden.substring(1))).isEmpty();
        assertThat(seal.open("nonsense")).isEmpty();
    }

    @Test
    void theEnvironmentNamesAServerInOneLine() {
        MailServer s =
                MailServer.parse("smtp://crm%40kern.de:p%3Ass@mail.kern.de?from=crm@kern.de&url=https://crm.kern.de");
        assertThat(s.host()).isEqualTo("mail.kern.de");
        assertThat(s.port()).isEqualTo(587);
        assertThat(s.security()).isEqualTo("starttls");
        assertThat(s.login()).isEqualTo("crm@kern.de");
        assertThat(s.password()).isEqualTo("p:ss");
        assertThat(s.address()).isEqualTo("https://crm.kern.de");
        assertThat(MailServer.parse("smtps://mail.kern.de").port()).isEqualTo(465);
        assertThatThrownBy(() -> MailServer.parse("http://mail.kern.de")).isInstanceOf(Refusal.class);
    }

    private static MailServer server(String password) {
        return new MailServer(
                "mail.kern.test", 587, "starttls", "crm", password, "crm@kern.test", "", "https://crm.kern.test");
    }
}
