package doppelpass.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.testing.TestMailServer;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@DoppelpassTest
class MailsTest {
    private final Mails mails;
    private final MailServers servers;
    private final TestMailServer server;
    private final Queue queue;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final DSLContext db;
    private final Cast cast;

    MailsTest(
            Mails mails,
            MailServers servers,
            TestMailServer server,
            Queue queue,
            TestClock clock,
            TransactionTemplate transaction,
            DSLContext db,
            Cast cast) {
        this.mails = mails;
        this.servers = servers;
        this.server = server;
        this.queue = queue;
        this.clock = clock;
        this.transaction = transaction;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void listen() {
        db.execute("truncate mail.outbox, mail.server, work.job");
        clock.set(TestClock.START);
        server.start();
    }

    @AfterEach
    void silence() {
        server.stop();
    }

    @Test
    void aMailGoesOutOverSmtpWithItsOwnMessageId() throws Exception {
        long id = mails.send(Message.plain("svea@kern.test", "Svea Säles", "Übergabe wartet", "Größe: ä ö ü"));
        MimeMessage mail = server.received().getFirst();
        assertThat(mail.getSubject()).isEqualTo("Übergabe wartet");
        assertThat(mail.getContent().toString().strip()).isEqualTo("Größe: ä ö ü");
        assertThat(mail.getAllRecipients()[0].toString()).contains("svea@kern.test");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Doppelpass <doppelpass@kern.test>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).isEqualTo(find(id).messageId()).endsWith("@kern.test>");
        assertThat(find(id).state()).isEqualTo(MailState.ACCEPTED);
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(t -> {
                    mails.send(Message.plain("svea@kern.test", "", "never", "never"));
                    throw new IllegalStateException("changed my mind");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(server.received()).isEmpty();
        assertThat(mails.latest(5)).isEmpty();
    }

    @Test
    void withoutAServerNothingIsSentAndTheOutboxSaysSo() {
        db.execute("truncate mail.server");
        long id = mails.send(Message.plain("svea@kern.test", "", "later", "later"));
        queue.runUntilIdle();
        assertThat(find(id).state()).isEqualTo(MailState.NOT_CONFIGURED);
        server.start();
        assertThat(server.received()).isEmpty();
        mails.repeat(id);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void noNewLineGetsIntoAHeader() throws Exception {
        mails.send(Message.plain(
                "svea@kern.test", "Svea\r\nBcc: evil@x.test", "Hello\r\nBcc: evil@x.test\u2028X: y", "text"));
        MimeMessage mail = server.received().getFirst();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Hello Bcc: evil@x.test X: y");
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void anAddressThatWouldBeTwoIsRefused() {
        for (String address :
                new String[] {"a@x.test, b@x.test", "a@x.test\r\nBcc: b@x.test", "nobody", "<a@x.test>", ""}) {
            assertThatThrownBy(() -> Message.plain(address, "", "", "")).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsTriedAgainLaterWithTheSameMessageId() throws Exception {
        server.stop();
        long id = mails.send(Message.plain("svea@kern.test", "", "patience", "text"));
        queue.runUntilIdle();
        assertThat(find(id).state()).isEqualTo(MailState.DEFERRED);
        assertThat(find(id).nextAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        server.start();
        assertThat(server.received()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(server.received().getFirst().getMessageID()).isEqualTo(find(id).messageId());
        assertThat(find(id).state()).isEqualTo(MailState.ACCEPTED);
        assertThat(find(id).attempts()).isEqualTo(2);
    }

    @Test
    void patienceEndsAfterSixAttempts() {
        server.stop();
        long id = mails.send(Message.plain("svea@kern.test", "", "patience", "text"));
        for (int i = 0; i < 8; i++) {
            queue.runUntilIdle();
            clock.advance(Duration.ofHours(20));
        }
        assertThat(find(id).state()).isEqualTo(MailState.FAILED);
        assertThat(find(id).attempts()).isEqualTo(6);
    }

    @Test
    void aCrashWhileSendingIsShownAsUnknownAndSentAgainRecognisably() throws Exception {
        long id = mails.send(Message.plain("svea@kern.test", "", "crash", "text"));
        db.execute("update mail.outbox set state = 'sending', attempts = 1 where id = " + id);
        queue.runUntilIdle();
        assertThat(find(id).state()).isEqualTo(MailState.UNKNOWN);
        clock.advance(Duration.ofMinutes(15));
        assertThat(server.received().getFirst().getMessageID()).isEqualTo(find(id).messageId());
        assertThat(find(id).state()).isEqualTo(MailState.ACCEPTED);
    }

    @Test
    void aSecondRunOfTheSameJobSendsNothing() {
        long id = mails.send(Message.plain("svea@kern.test", "", "once", "text"));
        queue.runUntilIdle();
        transaction.executeWithoutResult(t -> queue.put(Delivery.KIND, Long.toString(id)));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aCertificateNobodyVouchesForGetsNoMail() {
        var tls = new com.icegreen.greenmail.util.GreenMail(
                new com.icegreen.greenmail.util.ServerSetup(0, "127.0.0.1", "smtps"));
        tls.start();
        try {
            MailServer strict = new MailServer(
                    "127.0.0.1", tls.getSmtps().getPort(), "tls", "", "", "d@kern.test", "", "https://x.test");
            servers.save(strict, cast.person("ada").id());
            long id = mails.send(Message.plain("svea@kern.test", "", "secret", "text"));
            queue.runUntilIdle();
            assertThat(find(id).state()).isEqualTo(MailState.DEFERRED);
            assertThat(tls.getReceivedMessages()).isEmpty();
        } finally {
            tls.stop();
        }
    }

    @Test
    void aServerWithoutStartTlsGetsNoMailWhenItIsDemanded() {
        servers.save(
                new MailServer("127.0.0.1", server.port(), "starttls", "", "", "d@kern.test", "", "https://x.test"),
                cast.person("ada").id());
        long id = mails.send(Message.plain("svea@kern.test", "", "secret", "text"));
        assertThat(server.received()).isEmpty();
        assertThat(find(id).state()).isEqualTo(MailState.DEFERRED);
    }

    @Test
    void aConfidentialTextIsForgottenOnceItIsSentAndNotSentOnceItIsTooLate() {
        long sent = mails.send(Message.plain("svea@kern.test", "", "link", "secret")
                .confidentialUntil(clock.instant().plusSeconds(60)));
        queue.runUntilIdle();
        assertThat(body(sent)).isEmpty();
        server.stop();
        long late = mails.send(Message.plain("svea@kern.test", "", "link", "secret")
                .confidentialUntil(clock.instant().plusSeconds(30)));
        queue.runUntilIdle();
        clock.advance(Duration.ofMinutes(2));
        server.start();
        assertThat(server.received()).isEmpty();
        assertThat(find(late).state()).isEqualTo(MailState.EXPIRED);
        assertThat(body(late)).isEmpty();
    }

    @Test
    void anInvitationIsAnAlternativeToThePlainText() throws Exception {
        mails.send(Message.plain("svea@kern.test", "", "Jour fixe", "Please come")
                .with(new Message.Invitation("REQUEST", "BEGIN:VCALENDAR\r\nX-Ü:1\r\nEND:VCALENDAR\r\n")));
        MimeMultipart parts = (MimeMultipart) server.received().getFirst().getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(1).getContentType())
                .contains("text/calendar", "charset=UTF-8", "method=REQUEST", "component=VEVENT");
        try (InputStream calendar = parts.getBodyPart(1).getInputStream()) {
            assertThat(new String(calendar.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("X-Ü:1\r\n");
        }
    }

    private Mail find(long id) {
        return mails.latest(50).stream().filter(m -> m.id() == id).findFirst().orElseThrow();
    }

    private Optional<String> body(long id) {
        return Optional.ofNullable(db.fetchValue("select body from mail.outbox where id = " + id))
                .map(Object::toString);
    }
}
