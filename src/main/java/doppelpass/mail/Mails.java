package doppelpass.mail;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The outbox: a mail is written in the caller's transaction and sent by the queue after the commit. */
@Component
public class Mails {
    private static final String HOMELESS = "doppelpass.invalid";

    private final MailTable table;
    private final MailServers servers;
    private final Queue queue;
    private final Clock clock;

    Mails(MailTable table, MailServers servers, Queue queue, Clock clock) {
        this.table = table;
        this.servers = servers;
        this.queue = queue;
        this.clock = clock;
    }

    /** Without a mail server the mail is kept as "not configured" and nothing is sent. */
    @Transactional
    public long send(Message message) {
        Optional<MailServer> server = servers.find();
        Instant now = clock.instant();
        String id = "<" + UUID.randomUUID() + "@" + domain() + ">";
        long mail = table.insert(message, id, server.isPresent() ? MailState.NEW : MailState.NOT_CONFIGURED, now);
        if (server.isPresent()) queue.put(Delivery.KIND, Long.toString(mail), now);
        return mail;
    }

    /** The full address of a page of this installation, for links in mails. */
    public String link(String path) {
        return servers.find().map(MailServer::address).orElse("http://localhost:8080") + path;
    }

    /** Who the mails come from; invitations name the same mailbox as organizer. */
    public String sender() {
        return servers.find().map(MailServer::sender).orElse("doppelpass@" + HOMELESS);
    }

    /** The right side of ids that have to be unique in the world. */
    public String domain() {
        return servers.find().map(MailServer::domain).orElse(HOMELESS);
    }

    public boolean configured() {
        return servers.find().isPresent();
    }

    public Page<Mail> outbox(Optional<MailState> state, PageRequest request) {
        return table.outbox(state, request);
    }

    public List<Mail> latest(int limit) {
        return table.latest(limit);
    }

    /** Once more, with the same Message-ID, so that a mail that did arrive can be recognised. */
    @Transactional
    public void repeat(long id) {
        if (!configured()) throw Refusal.conflict("mail.error.notConfigured");
        if (!table.repeat(id, clock.instant())) throw Refusal.conflict("mail.error.notRepeatable");
        queue.put(Delivery.KIND, Long.toString(id), clock.instant());
    }
}
