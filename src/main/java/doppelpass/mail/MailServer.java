package doppelpass.mail;

import doppelpass.web.Refusal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Where mail is handed over. {@code address} is this installation's own, for the links in mails, without a slash at its
 * end. The password is kept out of {@link #toString()}.
 */
public record MailServer(
        String host,
        int port,
        String security,
        String login,
        String password,
        String sender,
        String senderName,
        String address) {

    public MailServer {
        if (host.isBlank() || host.matches(".*[\\s\\p{Cntrl}/].*")) throw Refusal.of("mail.error.host");
        if (port < 1 || port > 65535) throw Refusal.of("mail.error.port");
        if (!security.matches("starttls|tls|none")) throw Refusal.of("mail.error.security");
        if (!sender.contains("@")) throw Refusal.of("mail.error.address", sender);
        if (!address.matches("https?://[^\\s/]+")) throw Refusal.of("mail.error.ownAddress");
        senderName = Message.oneLine(senderName);
    }

    /**
     * Reads {@code smtp://login:password@host:587?from=crm@firma.de&url=https://crm.firma.de}: {@code smtp} means
     * STARTTLS, {@code smtps} TLS from the start, {@code smtp+plain} neither.
     */
    static MailServer parse(String text) {
        URI url = URI.create(text);
        String security = switch (String.valueOf(url.getScheme())) {
            case "smtp" -> "starttls";
            case "smtps" -> "tls";
            case "smtp+plain" -> "none";
            default -> throw Refusal.of("mail.error.url");
        };
        String[] login = (url.getRawUserInfo() == null ? ":" : url.getRawUserInfo()).split(":", 2);
        Map<String, String> query = query(url.getRawQuery() == null ? "" : url.getRawQuery());
        String host = String.valueOf(url.getHost());
        return new MailServer(
                host,
                url.getPort() > 0 ? url.getPort() : security.equals("tls") ? 465 : 587,
                security,
                decode(login[0]),
                login.length > 1 ? decode(login[1]) : "",
                query.getOrDefault("from", "doppelpass@" + host),
                query.getOrDefault("name", "Doppelpass"),
                query.getOrDefault("url", "http://localhost:8080"));
    }

    String domain() {
        return sender.substring(sender.indexOf('@') + 1);
    }

    private static Map<String, String> query(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) values.put(decode(parts[0]), decode(parts[1]));
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return host + ":" + port + " (" + security + ")";
    }
}
