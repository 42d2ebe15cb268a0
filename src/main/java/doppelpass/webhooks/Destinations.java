package doppelpass.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads addresses of endpoints: https, a host named by its name in plain letters, an allowed port, nothing in front of the host.
 * Hosts of {@code doppelpass.webhooks.local} may be anywhere, on any port and without TLS: for tests and development.
 */
@Component
class Destinations {
    private static final Pattern ADDRESS =
            Pattern.compile("(https?)://([A-Za-z0-9.-]{1,253})(?::([0-9]{1,5}))?(/[!-~&&[^#\"<>\\\\^`{|}\\[\\]]]*)?");
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    /** With a last part that begins with a letter: no number, however it is written, is a name. */
    private static final Pattern NAME = Pattern.compile("(?:" + LABEL + "\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    private static final int LONGEST = 1000;
    private static final int TLS = 443;

    private final Set<Integer> ports;
    private final Set<String> local;

    Destinations(
            @Value("${doppelpass.webhooks.ports:443}") Set<Integer> ports,
            @Value("${doppelpass.webhooks.local:}") Set<String> local) {
        this.ports = Set.copyOf(ports);
        this.local = Set.copyOf(local);
    }

    /** Empty where nothing may be sent. */
    Optional<Destination> read(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (address.length() > LONGEST || !parts.matches()) return Optional.empty();
        boolean secure = parts.group(1).equals("https");
        String host = parts.group(2).toLowerCase(Locale.ROOT);
        int usual = secure ? TLS : 80;
        int port = parts.group(3) == null ? usual : Integer.parseInt(parts.group(3));
        if (!local(host) && (!secure || !NAME.matcher(host).matches() || !ports.contains(port)))
            return Optional.empty();
        if (port < 1 || port > 65_535) return Optional.empty();
        String path = parts.group(4) == null ? "/" : parts.group(4);
        try {
            URI uri = new URI((secure ? "https://" : "http://") + host + ":" + port + path);
            return Optional.of(new Destination(secure, host, port, uri));
        } catch (URISyntaxException halfEscaped) {
            return Optional.empty();
        }
    }

    boolean local(String host) {
        return local.contains(host);
    }
}
