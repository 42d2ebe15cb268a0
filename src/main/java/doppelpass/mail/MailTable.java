package doppelpass.mail;

import static doppelpassdb.mail.Tables.OUTBOX;
import static doppelpassdb.mail.Tables.SERVER;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of the module. */
@Component
class MailTable {
    private static final List<String> SENDABLE = List.of("new", "deferred", "unknown");

    private final DSLContext db;

    MailTable(DSLContext db) {
        this.db = db;
    }

    Optional<MailServer> server(UnaryOperator<String> opened) {
        return db.selectFrom(SERVER)
                .fetchOptional(r -> new MailServer(
                        r.getHost(),
                        r.getPort(),
                        r.getSecurity(),
                        r.getLogin(),
                        opened.apply(r.getSealed()),
                        r.getSender(),
                        r.getSenderName(),
                        r.getAddress()));
    }

    void save(MailServer server, String password, long by, Instant now) {
        var values = db.newRecord(SERVER);
        values.setId((short) 1);
        values.setHost(server.host());
        values.setPort(server.port());
        values.setSecurity(server.security());
        values.setLogin(server.login());
        values.setSealed(password);
        values.setSender(server.sender());
        values.setSenderName(server.senderName());
        values.setAddress(server.address());
        values.setChangedBy(by);
        values.setChangedAt(now);
        db.insertInto(SERVER)
                .set(values)
                .onConflict(SERVER.ID)
                .doUpdate()
                .set(values)
                .execute();
    }

    long insert(Message m, String messageId, MailState state, Instant now) {
        Message.Invitation invitation = m.invitation();
        return db.insertInto(OUTBOX)
                .set(OUTBOX.MESSAGE_ID, messageId)
                .set(OUTBOX.RECIPIENT, m.to())
                .set(OUTBOX.RECIPIENT_NAME, m.name())
                .set(OUTBOX.SUBJECT, m.subject())
                .set(OUTBOX.BODY, m.text())
                .set(OUTBOX.CALENDAR, invitation == null ? null : invitation.calendar())
                .set(OUTBOX.CALENDAR_METHOD, invitation == null ? null : invitation.method())
                .set(OUTBOX.CONFIDENTIAL, m.confidential())
                .set(OUTBOX.EXPIRES_AT, m.expiresAt())
                .set(OUTBOX.STATE, state.code())
                .set(OUTBOX.CREATED_AT, now)
                .returning(OUTBOX.ID)
                .fetchSingle(OUTBOX.ID);
    }

    /** Takes a mail for sending; empty when it is already settled. */
    Optional<Letter> claim(long id) {
        return db.update(OUTBOX)
                .set(OUTBOX.STATE, MailState.SENDING.code())
                .set(OUTBOX.ATTEMPTS, OUTBOX.ATTEMPTS.plus(1))
                .where(OUTBOX.ID.eq(id).and(OUTBOX.STATE.in(SENDABLE)))
                .returning()
                .fetchOptional(MailTable::letter);
    }

    /** A mail somebody began to send and did not end: nobody can know whether it left. */
    boolean interrupted(long id, Instant next) {
        return db.update(OUTBOX)
                        .set(OUTBOX.STATE, MailState.UNKNOWN.code())
                        .set(OUTBOX.NEXT_AT, next)
                        .where(OUTBOX.ID.eq(id).and(OUTBOX.STATE.eq(MailState.SENDING.code())))
                        .execute()
                == 1;
    }

    void settle(long id, MailState state, String answer, @Nullable Instant next, Instant now) {
        boolean over = next == null;
        db.update(OUTBOX)
                .set(OUTBOX.STATE, state.code())
                .set(OUTBOX.ANSWER, answer)
                .set(OUTBOX.NEXT_AT, next)
                .set(OUTBOX.SETTLED_AT, over ? now : null)
                .set(
                        OUTBOX.BODY,
                        DSL.when(
                                        DSL.condition(OUTBOX.CONFIDENTIAL).and(DSL.inline(over && !state.repeatable())),
                                        (String) null)
                                .otherwise(OUTBOX.BODY))
                .where(OUTBOX.ID.eq(id))
                .execute();
    }

    boolean repeat(long id, Instant now) {
        return db.update(OUTBOX)
                        .set(OUTBOX.STATE, MailState.NEW.code())
                        .set(OUTBOX.ATTEMPTS, 0)
                        .set(OUTBOX.NEXT_AT, now)
                        .where(OUTBOX.ID
                                .eq(id)
                                .and(OUTBOX.STATE.in("failed", "unknown", "not_configured"))
                                .and(OUTBOX.BODY.isNotNull()))
                        .execute()
                == 1;
    }

    Page<Mail> outbox(Optional<MailState> state, PageRequest request) {
        Condition where = state.map(s -> OUTBOX.STATE.eq(s.code())).orElse(DSL.noCondition());
        return new Keyset(db, OUTBOX, where, OUTBOX.CREATED_AT, OUTBOX.ID, request)
                .fetch(List.of(OUTBOX.fields()), MailTable::mail, Mail::id);
    }

    List<Mail> latest(int limit) {
        return db.selectFrom(OUTBOX).orderBy(OUTBOX.ID.desc()).limit(limit).fetch(MailTable::mail);
    }

    /** Ended confidential mails lose their text even if nobody ever repeats them. */
    int forget(Instant before) {
        return db.update(OUTBOX)
                .set(OUTBOX.BODY, (String) null)
                .where(DSL.condition(OUTBOX.CONFIDENTIAL)
                        .and(OUTBOX.EXPIRES_AT.lt(before))
                        .and(OUTBOX.BODY.isNotNull()))
                .execute();
    }

    private static Mail mail(Record r) {
        return new Mail(
                r.get(OUTBOX.ID),
                r.get(OUTBOX.MESSAGE_ID),
                r.get(OUTBOX.RECIPIENT),
                r.get(OUTBOX.SUBJECT),
                MailState.of(r.get(OUTBOX.STATE)),
                r.get(OUTBOX.ATTEMPTS),
                r.get(OUTBOX.NEXT_AT),
                r.get(OUTBOX.ANSWER),
                r.get(OUTBOX.CREATED_AT));
    }

    private static Letter letter(Record r) {
        String calendar = r.get(OUTBOX.CALENDAR);
        String method = r.get(OUTBOX.CALENDAR_METHOD);
        String body = r.get(OUTBOX.BODY);
        return new Letter(
                r.get(OUTBOX.ID),
                r.get(OUTBOX.MESSAGE_ID),
                r.get(OUTBOX.ATTEMPTS),
                r.get(OUTBOX.CREATED_AT),
                new Message(
                        r.get(OUTBOX.RECIPIENT),
                        r.get(OUTBOX.RECIPIENT_NAME),
                        r.get(OUTBOX.SUBJECT),
                        body == null ? "" : body,
                        calendar == null || method == null ? null : new Message.Invitation(method, calendar),
                        r.get(OUTBOX.CONFIDENTIAL),
                        r.get(OUTBOX.EXPIRES_AT)));
    }
}
