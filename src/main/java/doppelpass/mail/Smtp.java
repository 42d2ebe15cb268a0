package doppelpass.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailConnectException;
import org.springframework.stereotype.Component;

/** Hands a letter to a mail server over SMTP; certificates have to name the host, nothing waits for ever. */
@Component
class Smtp {
    private static final String TIMEOUT_MILLIS = "20000";

    Handover send(MailServer server, Letter letter) {
        Session session = Session.getInstance(properties(server));
        try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
            MimeMessage mime = Composer.compose(session, server, letter);
            String login = server.login().isEmpty() ? null : server.login();
            transport.connect(server.host(), server.port(), login, login == null ? null : server.password());
            return hand(transport, mime);
        } catch (AuthenticationFailedException e) {
            return new Handover.Refused(reason(e));
        } catch (MessagingException e) {
            return new Handover.Deferred(reason(e));
        }
    }

    private static Handover hand(SMTPTransport transport, MimeMessage mime) {
        try {
            transport.sendMessage(mime, mime.getAllRecipients());
            return new Handover.Accepted(transport.getLastServerResponse().strip());
        } catch (SMTPSendFailedException e) {
            return byCode(e.getReturnCode(), e);
        } catch (SendFailedException e) {
            return e.getNextException() instanceof SMTPAddressFailedException address
                    ? byCode(address.getReturnCode(), address)
                    : new Handover.Refused(reason(e));
        } catch (MailConnectException e) {
            return new Handover.Deferred(reason(e));
        } catch (MessagingException e) {
            return new Handover.Undecided(reason(e));
        }
    }

    /** RFC 5321 4.2.1: 4xx is for now, 5xx for ever; an address failure comes nested in a send failure. */
    private static Handover byCode(int code, MessagingException e) {
        int decisive =
                e.getNextException() instanceof SMTPAddressFailedException address ? address.getReturnCode() : code;
        if (decisive >= 500) return new Handover.Refused(reason(e));
        if (decisive >= 400) return new Handover.Deferred(reason(e));
        return new Handover.Undecided(reason(e));
    }

    private static Properties properties(MailServer server) {
        Properties p = new Properties();
        p.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        p.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        p.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        p.setProperty("mail.smtp.auth", Boolean.toString(!server.login().isEmpty()));
        p.setProperty("mail.smtp.from", server.sender());
        p.setProperty("mail.smtp.localhost", server.domain());
        p.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.security().equals("tls")));
        p.setProperty(
                "mail.smtp.starttls.enable", Boolean.toString(server.security().equals("starttls")));
        p.setProperty(
                "mail.smtp.starttls.required",
                Boolean.toString(server.security().equals("starttls")));
        p.setProperty("mail.smtp.quitwait", "false");
        return p;
    }

    private static String reason(Exception e) {
        String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return Message.oneLine(text)
                .substring(0, Math.min(500, Message.oneLine(text).length()));
    }
}
