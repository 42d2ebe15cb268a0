package doppelpass.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses lie in the open internet. What the registries of IANA keep for other uses is closed. */
final class Addresses {
    private record Net(byte[] start, int bits) {
        static Net of(String text) {
            String[] parts = text.split("/");
            return new Net(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) return false;
            }
            return true;
        }
    }

    /** The last one is no net of its own kind, but where Azure answers its machines. */
    private static final List<Net> CLOSED = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "168.63.129.16/32")
            .map(Net::of)
            .toList();

    /** Of IPv6 only this is given out; mapped, compatible and translated IPv4, local, private and multicast lie elsewhere. */
    private static final Net UNICAST = Net.of("2000::/3");

    private static final List<Net> CLOSED_UNICAST = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Net::of)
            .toList();

    private Addresses() {}

    static boolean open(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) return CLOSED.stream().noneMatch(net -> net.holds(bytes));
        return UNICAST.holds(bytes) && CLOSED_UNICAST.stream().noneMatch(net -> net.holds(bytes));
    }
}
