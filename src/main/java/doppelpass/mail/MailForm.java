package doppelpass.mail;

import doppelpass.web.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of the mail server as a page sends them; the stored password is never sent back to a page. */
public record MailForm(
        @Nullable String host,
        @Nullable String port,
        @Nullable String security,
        @Nullable String login,
        @Nullable String password,
        @Nullable String sender,
        @Nullable String senderName,
        @Nullable String address) {

    static MailForm of(MailServer s) {
        return new MailForm(
                s.host(),
                Integer.toString(s.port()),
                s.security(),
                s.login(),
                "",
                s.sender(),
                s.senderName(),
                s.address());
    }

    static MailForm empty() {
        return new MailForm("", "587", "starttls", "", "", "", "Doppelpass", "");
    }

    /** Field → message key of what is wrong; the rules are the server record's own. */
    Map<String, String> errors() {
        Map<String, String> errors = new HashMap<>();
        check(errors, "host", "mail.error.host", text(host), "587", "a@b", "http://x");
        check(errors, "port", "mail.error.port", "x", text(port), "a@b", "http://x");
        check(errors, "sender", "mail.error.sender", "x", "587", text(sender), "http://x");
        check(errors, "address", "mail.error.ownAddress", "x", "587", "a@b", text(address));
        return errors;
    }

    MailServer toServer() {
        return server(text(host), text(port), text(sender), text(address));
    }

    private void check(
            Map<String, String> errors, String field, String key, String host, String port, String from, String url) {
        try {
            server(host, port, from, url);
            Message.plain(from, "", "", "");
        } catch (Refusal refusal) {
            errors.put(field, key);
        }
    }

    private MailServer server(String host, String port, String from, String url) {
        int number = port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0;
        String kind = text(security).isEmpty() ? "starttls" : text(security);
        String own = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        return new MailServer(
                host, number, kind, text(login), password == null ? "" : password, from, text(senderName), own);
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
