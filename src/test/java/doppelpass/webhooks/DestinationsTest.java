package doppelpass.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Requests go to the open internet or nowhere: addresses as they are typed, and addresses as they are resolved. */
class DestinationsTest {
    private final Destinations strict = new Destinations(Set.of(443, 8443), Set.of());

    @Test
    void onlyPlainHttpsToANamedHostOnAnAllowedPortIsRead() {
        for (String good : List.of(
                "https://hooks.shop.example",
                "https://hooks.shop.example/",
                "https://Hooks.Shop.example:8443/a/b?c=d&e=%20",
                "https://xn--bcher-kva.example/x@y"))
            assertThat(strict.read(good)).as(good).isPresent();
        Destination read = strict.read("https://Hooks.Shop.example:8443/a?b=c").orElseThrow();
        assertThat(read.uri()).hasToString("https://hooks.shop.example:8443/a?b=c");
        assertThat(read.host()).isEqualTo("hooks.shop.example");
    }

    @Test
    void otherSpellingsOfAnAddressAreRefused() {
        List<String> bad = List.of(
                // schemes
                "http://hooks.shop.example/",
                "ftp://hooks.shop.example/",
                "gopher://hooks.shop.example/",
                "file:///etc/passwd",
                "jar:https://hooks.shop.example!/",
                "ldap://hooks.shop.example/",
                "//hooks.shop.example/",
                "javascript:alert(1)",
                "https:hooks.shop.example",
                "https:/hooks.shop.example",
                "https:///hooks.shop.example",
                // numbers in every notation
                "https://127.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0x7f.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://00000177.0x0.0.1/",
                "https://0/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://0xa9fea9fe/",
                "https://2852039166/",
                "https://0251.0376.0251.0376/",
                "https://8.8.8.8/",
                "https://1.2.3.0x4/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fc00::1]/",
                "https://[2606:4700::1111]/",
                // names
                "https://localhost/",
                "https://localhost./",
                "https://metadata/",
                "https://hooks.shop.example./",
                "https://hooks..shop.example/",
                "https://.shop.example/",
                "https://-a.shop.example/",
                "https://a-.shop.example/",
                "https://a_b.shop.example/",
                "https://127。0。0。1/",
                "https://１２７.0.0.1/",
                "https://①②⑦.⓪.⓪.①/",
                "https://ⓛocalhost/",
                "https://bücher.example/",
                "https://%6c%6f%63alhost/",
                "https://%31%32%37.0.0.1/",
                // in front of and behind the host
                "https://user@hooks.shop.example/",
                "https://user:secret@hooks.shop.example/",
                "https://hooks.shop.example@127.0.0.1/",
                "https://hooks.shop.example:443@127.0.0.1/",
                "https://127.0.0.1\\@hooks.shop.example/",
                "https://hooks.shop.example\\@127.0.0.1/",
                "https://hooks.shop.example\\.internal/",
                "https://127.0.0.1#@hooks.shop.example/",
                "https://127.0.0.1?@hooks.shop.example/",
                "https://hooks.shop.example#x",
                "https://hooks.shop.example?x=1",
                "https://hooks.shop.example/#x",
                "https://hooks.shop.example /",
                " https://hooks.shop.example/",
                "https://hooks.shop.example/\r\nHost: inner",
                "https://hooks.shop.example/\t",
                "https://hooks.shop.example/\0",
                "https://hooks.shop.example/%zz",
                // ports
                "https://hooks.shop.example:22/",
                "https://hooks.shop.example:25/",
                "https://hooks.shop.example:80/",
                "https://hooks.shop.example:5432/",
                "https://hooks.shop.example:6379/",
                "https://hooks.shop.example:0/",
                "https://hooks.shop.example:65979/",
                "https://hooks.shop.example:443443/",
                "https://hooks.shop.example:-443/",
                "https://hooks.shop.example:/",
                "https://hooks.shop.example:443:443/",
                "https://" + "a".repeat(64) + ".example/",
                "https://hooks.shop.example/" + "a".repeat(1000),
                "");
        assertThat(bad).hasSizeGreaterThan(60);
        assertThat(bad.stream().filter(text -> strict.read(text).isPresent())).isEmpty();
    }

    @Test
    void innerAddressesAreClosedAndPublicOnesOpen() {
        List<String> closed = List.of(
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:8.8.8.8",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:808:808::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1");
        List<String> open = List.of(
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.1.1.1",
                "128.0.0.1",
                "169.253.1.1",
                "169.255.1.1",
                "172.15.1.1",
                "172.32.1.1",
                "192.167.1.1",
                "192.169.1.1",
                "198.17.1.1",
                "198.20.1.1",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2001:4860:4860::8888",
                "2a01:4f8::1");
        // Java turns ::ffff:8.8.8.8 into 8.8.8.8 itself, which is where the connection would go
        assertThat(closed.stream().filter(a -> !a.equals("::ffff:8.8.8.8") && Addresses.open(InetAddress.ofLiteral(a))))
                .isEmpty();
        assertThat(open.stream().filter(a -> !Addresses.open(InetAddress.ofLiteral(a))))
                .isEmpty();
    }

    @Test
    void oneInnerAddressAmongTheAnswersRefusesThemAll() throws UnknownHostException {
        assertThat(answering("8.8.8.8", "2a01:4f8::1").resolve("a.example"))
                .containsExactly(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("2a01:4f8::1"));
        for (String inner : List.of("127.0.0.1", "::1", "169.254.169.254", "::ffff:10.0.0.1", "64:ff9b::7f00:1"))
            assertThatThrownBy(() -> answering("8.8.8.8", inner).resolve("a.example"))
                    .as(inner)
                    .isInstanceOf(CheckedNames.InnerAddress.class);
    }

    private CheckedNames answering(String... addresses) {
        return new CheckedNames(
                host -> Arrays.stream(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new), strict);
    }
}
