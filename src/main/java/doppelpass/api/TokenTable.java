package doppelpass.api;

import static doppelpassdb.api.Tables.TOKEN;
import static doppelpassdb.api.Tables.TOKEN_USE;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tokens as they are kept: never the token, only its hash. */
@Component
class TokenTable {
    private static final int MOST = 500;

    private final DSLContext db;

    TokenTable(DSLContext db) {
        this.db = db;
    }

    /** A token and the hash it must have. */
    record Hashed(Token token, String hash) {}

    long insert(
            long person,
            String name,
            String shortId,
            String hash,
            List<String> scopes,
            Instant now,
            @Nullable Instant until) {
        return db.insertInto(TOKEN)
                .set(TOKEN.PERSON_ID, person)
                .set(TOKEN.NAME, name)
                .set(TOKEN.SHORT_ID, shortId)
                .set(TOKEN.HASH, hash)
                .set(TOKEN.SCOPES, scopes.toArray(String[]::new))
                .set(TOKEN.CREATED_AT, now)
                .set(TOKEN.EXPIRES_AT, until)
                .returningResult(TOKEN.ID)
                .fetchSingle()
                .value1();
    }

    Optional<Hashed> withShortId(String shortId) {
        return select(TOKEN.SHORT_ID.eq(shortId)).stream().findFirst();
    }

    /** The newest first; of one person or of all. */
    List<Token> all(@Nullable Long person) {
        return select(person == null ? DSL.noCondition() : TOKEN.PERSON_ID.eq(person)).stream()
                .map(Hashed::token)
                .toList();
    }

    /** False where there is no such token, or none that works still. */
    boolean revoke(long id, @Nullable Long person, long by, Instant now) {
        return db.update(TOKEN)
                        .set(TOKEN.REVOKED_AT, now)
                        .set(TOKEN.REVOKED_BY, by)
                        .where(TOKEN.ID.eq(id))
                        .and(TOKEN.REVOKED_AT.isNull())
                        .and(person == null ? DSL.noCondition() : TOKEN.PERSON_ID.eq(person))
                        .execute()
                == 1;
    }

    void used(long id, Instant now) {
        db.insertInto(TOKEN_USE)
                .set(TOKEN_USE.TOKEN_ID, id)
                .set(TOKEN_USE.USED_AT, now)
                .onConflict(TOKEN_USE.TOKEN_ID)
                .doUpdate()
                .set(TOKEN_USE.USED_AT, now)
                .execute();
    }

    private List<Hashed> select(Condition which) {
        return db.select(TOKEN.asterisk(), PERSON_CARD.NAME.as("person_name"), TOKEN_USE.USED_AT)
                .from(TOKEN)
                .join(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(TOKEN.PERSON_ID))
                .leftJoin(TOKEN_USE)
                .on(TOKEN_USE.TOKEN_ID.eq(TOKEN.ID))
                .where(which)
                .orderBy(TOKEN.ID.desc())
                .limit(MOST)
                .fetch(TokenTable::read);
    }

    private static Hashed read(Record r) {
        Token token = new Token(
                r.get(TOKEN.ID),
                r.get(TOKEN.PERSON_ID),
                r.get("person_name", String.class),
                r.get(TOKEN.NAME),
                r.get(TOKEN.SHORT_ID),
                Set.of(r.get(TOKEN.SCOPES)),
                r.get(TOKEN.CREATED_AT),
                r.get(TOKEN.EXPIRES_AT),
                r.get(TOKEN.REVOKED_AT),
                r.get(TOKEN_USE.USED_AT));
        return new Hashed(token, r.get(TOKEN.HASH));
    }
}
