package doppelpass.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import doppelpass.mail.MailServer;
import doppelpass.mail.MailServers;
import doppelpass.work.Queue;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** A real SMTP server in this process, entered as the installation's own. */
@Component
public class TestMailServer {
    private final GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final MailServers servers;
    private final Queue queue;
    private final Cast cast;

    TestMailServer(MailServers servers, Queue queue, Cast cast) {
        this.servers = servers;
        this.queue = queue;
        this.cast = cast;
    }

    /** Starts empty and is entered in the settings. */
    public void start() {
        if (!green.isRunning()) green.start();
        purge();
        servers.save(
                new MailServer(
                        "127.0.0.1",
                        green.getSmtp().getPort(),
                        "none",
                        "",
                        "",
                        "doppelpass@kern.test",
                        "Doppelpass",
                        "https://crm.kern.test"),
                cast.person("ada").id());
    }

    public void stop() {
        green.stop();
    }

    public int port() {
        return green.getSmtp().getPort();
    }

    /** Lets the queue send what is due, then everything that arrived, oldest first. */
    public List<MimeMessage> received() {
        queue.runUntilIdle();
        return Arrays.asList(green.getReceivedMessages());
    }

    /** What arrived at one mailbox. */
    public List<MimeMessage> receivedBy(String mail) {
        return received().stream().filter(m -> to(m).contains(mail)).toList();
    }

    public void clear() {
        received();
        purge();
    }

    private void purge() {
        try {
            green.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String to(MimeMessage message) {
        try {
            return Arrays.toString(message.getAllRecipients());
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
