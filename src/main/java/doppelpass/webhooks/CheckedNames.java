package doppelpass.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Answers the client's only question for an address, with what was checked: one inner address among the answers refuses all. The
 * client connects to what it is answered here, so that a name cannot turn inwards between check and connection.
 */
final class CheckedNames implements DnsResolver {
    private final Names names;
    private final Destinations destinations;

    CheckedNames(Names names, Destinations destinations) {
        this.names = names;
        this.destinations = destinations;
    }

    static final class InnerAddress extends UnknownHostException {
        private static final long serialVersionUID = 1;

        InnerAddress(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.addresses(host);
        if (destinations.local(host)) return all;
        for (InetAddress address : all) {
            if (!Addresses.open(address)) throw new InnerAddress(host);
        }
        return all;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
