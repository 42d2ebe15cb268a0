package doppelpass.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real connections over TLS: to the address that was checked, for the name that was asked, and to no other place. */
class CourierTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final char[] PASSWORD = "changeit".toCharArray();

    private static SSLContext tls;
    private static SomeReceiver receiver;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        tls = certificate(folder.resolve("hooks.p12"), "hooks.example");
        receiver = new SomeReceiver(tls);
    }

    @AfterAll
    static void close() {
        receiver.close();
    }

    @Test
    void theCertificateMustBeOfTheNameAlthoughTheConnectionGoesToAnAddress() throws IOException {
        try (Courier courier = courier(host -> new InetAddress[] {HERE}, 5_000)) {
            assertThat(send(courier, "hooks.example", "/").status()).isEqualTo(204);
            assertThat(send(courier, "other.example", "/").fault()).isEqualTo(Outcome.Fault.TLS);
        }
        Destinations local = new Destinations(Set.of(443), Set.of("hooks.example"));
        try (Courier untrusting = new Courier(host -> new InetAddress[] {HERE}, local)) {
            assertThat(send(untrusting, "hooks.example", "/").fault()).isEqualTo(Outcome.Fault.TLS);
        }
    }

    @Test
    void aRedirectionIsNotFollowedAndAnEndlessAnswerNotReadOut() throws IOException {
        int before = receiver.got.size();
        try (Courier courier = courier(host -> new InetAddress[] {HERE}, 5_000)) {
            Outcome moved = send(courier, "hooks.example", "/moved");
            assertThat(moved.status()).isEqualTo(307);
            assertThat(moved.delivered()).isFalse();
            assertThat(receiver.got).hasSize(before + 1);
            assertThat(send(courier, "hooks.example", "/endless").delivered()).isTrue();
        }
        try (Courier hasty = courier(host -> new InetAddress[] {HERE}, 700)) {
            assertThat(send(hasty, "hooks.example", "/silent").fault()).isEqualTo(Outcome.Fault.TIMEOUT);
        }
    }

    /** A name that turns after the first question changes nothing: what was answered first is where the connection goes. */
    @Test
    void aNameIsAskedOnceForARequestAndNeverLeadsInwards() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        InetAddress nowhere = InetAddress.ofLiteral("240.0.0.1");
        Names turning = host -> new InetAddress[] {asked.getAndIncrement() == 0 ? HERE : nowhere};
        int before = receiver.got.size();
        try (Courier courier = courier(turning, 5_000)) {
            assertThat(send(courier, "hooks.example", "/").status()).isEqualTo(204);
            assertThat(asked).as("checked and connected with one answer").hasValue(1);
        }
        Destinations strict = new Destinations(Set.of(receiver.port()), Set.of());
        try (Courier courier = new Courier(host -> new InetAddress[] {HERE}, strict, tls, 5_000)) {
            assertThat(send(courier, "hooks.example", "/").fault()).isEqualTo(Outcome.Fault.INNER);
        }
        assertThat(receiver.got).as("only where it was allowed").hasSize(before + 1);
    }

    @Test
    void whatCannotBeReachedIsSaidPlainly() throws IOException {
        Names unknown = host -> {
            throw new java.net.UnknownHostException(host);
        };
        try (Courier courier = courier(unknown, 5_000)) {
            assertThat(send(courier, "hooks.example", "/").fault()).isEqualTo(Outcome.Fault.NAME);
            assertThat(courier.send("https://user@hooks.example/", Map.of(), "{}")
                            .fault())
                    .isEqualTo(Outcome.Fault.ADDRESS);
        }
        try (Courier courier = courier(host -> new InetAddress[] {HERE}, 5_000)) {
            assertThat(courier.send("https://hooks.example:9/", Map.of(), "{}").fault())
                    .isEqualTo(Outcome.Fault.UNREACHABLE);
        }
    }

    private static Courier courier(Names names, long patience) {
        return new Courier(
                names, new Destinations(Set.of(443), Set.of("hooks.example", "other.example")), tls, patience);
    }

    private static Outcome send(Courier courier, String host, String path) {
        return courier.send("https://" + host + ":" + receiver.port() + path, Map.of("webhook-id", "msg_1"), "{}");
    }

    /** A certificate of its own authority, and a context that shows and trusts it. */
    private static SSLContext certificate(Path file, String host)
            throws IOException, GeneralSecurityException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder((tool + " -genkeypair -alias a -keyalg EC -dname CN=" + host
                                + " -ext san=dns:" + host + " -storetype PKCS12 -storepass changeit -keystore " + file)
                        .split(" "))
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", keys.getCertificate("a"));
        KeyManagerFactory shown = KeyManagerFactory.getInstance("PKIX");
        shown.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
