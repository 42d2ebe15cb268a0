package doppelpass.webhooks;

import doppelpass.webhooks.Outcome.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Sends one request over a connection of its own to an address that was checked. It follows nothing, keeps nothing, unpacks
 * nothing, reads a little of the answer and throws it away, and ends in time whatever the other side does.
 */
@Component
class Courier implements AutoCloseable {
    private static final Timeout CONNECTING = Timeout.ofSeconds(5);
    private static final Timeout SILENCE = Timeout.ofSeconds(10);
    private static final long WHOLE = 15_000;
    private static final int READ = 16 * 1024;

    private final Destinations destinations;
    private final CloseableHttpClient client;
    private final long patience;

    @Autowired
    Courier(Names names, Destinations destinations) {
        this(names, destinations, DefaultClientTlsStrategy.createDefault(), WHOLE);
    }

    /** With own authorities and another patience in milliseconds. */
    Courier(Names names, Destinations destinations, SSLContext trusted, long patience) {
        this(names, destinations, new DefaultClientTlsStrategy(trusted), patience);
    }

    private Courier(Names names, Destinations destinations, DefaultClientTlsStrategy tls, long patience) {
        this.destinations = destinations;
        this.patience = patience;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames(names, destinations))
                        .setTlsSocketStrategy(tls)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECTING)
                                .setSocketTimeout(SILENCE)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(SILENCE).build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Doppelpass-Webhooks/1")
                .build();
    }

    Outcome send(String address, Map<String, String> headers, String body) {
        Optional<Destination> destination = destinations.read(address);
        if (destination.isEmpty()) return Outcome.of(Fault.ADDRESS, 0);
        HttpPost post = new HttpPost(destination.get().uri());
        headers.forEach(post::setHeader);
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        long start = System.nanoTime();
        try (Deadline deadline = new Deadline(patience, post::cancel)) {
            return attempt(destination.get(), post, start, deadline);
        }
    }

    private Outcome attempt(Destination to, HttpPost post, long start, Deadline deadline) {
        HttpHost host = new HttpHost(to.secure() ? "https" : "http", to.host(), to.port());
        ClassicHttpResponse response = null;
        try {
            response = client.executeOpen(host, post, null);
            Outcome outcome = new Outcome(response.getCode(), null, since(start));
            skim(response.getEntity());
            return outcome;
        } catch (IOException | RuntimeException e) {
            return Outcome.of(deadline.passed() ? Fault.TIMEOUT : fault(e), since(start));
        } finally {
            post.cancel();
            Closer.closeQuietly(response);
        }
    }

    /** Lets a short answer end well, so that the other side sees no broken connection. */
    private static void skim(@Nullable HttpEntity entity) {
        if (entity == null) return;
        try {
            InputStream text = entity.getContent();
            text.readNBytes(READ);
        } catch (IOException theStatusSaysEnough) {
            // what is wrong with a text that nobody reads does not matter
        }
    }

    private static Fault fault(Exception e) {
        return switch (e) {
            case CheckedNames.InnerAddress inner -> Fault.INNER;
            case UnknownHostException unknown -> Fault.NAME;
            case SSLException untrusted -> Fault.TLS;
            case java.io.InterruptedIOException late -> Fault.TIMEOUT;
            case IOException unreachable -> Fault.UNREACHABLE;
            default -> throw new IllegalStateException(e);
        };
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
