package doppelpass.signin;

import static doppelpassdb.signin.Tables.PROVIDER;
import static doppelpassdb.signin.Tables.PROVIDER_ACCOUNT;

import doppelpass.core.TeamFunction;
import doppelpassdb.signin.tables.records.ProviderRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of providers and of who is who for them; secrets come and go sealed. */
@Component
class ProviderTable {
    private static final int MOST = 50;

    private final DSLContext db;

    ProviderTable(DSLContext db) {
        this.db = db;
    }

    List<Provider> all() {
        return db.selectFrom(PROVIDER)
                .orderBy(PROVIDER.NAME, PROVIDER.ID)
                .limit(MOST)
                .fetch(ProviderTable::provider);
    }

    Optional<Provider> find(long id) {
        return db.selectFrom(PROVIDER).where(PROVIDER.ID.eq(id)).fetchOptional(ProviderTable::provider);
    }

    Optional<Provider> active(String key) {
        return db.selectFrom(PROVIDER)
                .where(PROVIDER.KEY.eq(key).and(PROVIDER.ACTIVE.isTrue()))
                .fetchOptional(ProviderTable::provider);
    }

    boolean keyTaken(String key) {
        return db.fetchExists(PROVIDER, PROVIDER.KEY.eq(key));
    }

    long insert(Provider p) {
        return db.insertInto(PROVIDER).set(values(p)).returning(PROVIDER.ID).fetchSingle(PROVIDER.ID);
    }

    void update(Provider p) {
        db.update(PROVIDER).set(values(p)).where(PROVIDER.ID.eq(p.id())).execute();
    }

    void delete(long id) {
        db.deleteFrom(PROVIDER).where(PROVIDER.ID.eq(id)).execute();
    }

    Optional<Long> personOf(long provider, String subject) {
        return db.select(PROVIDER_ACCOUNT.PERSON_ID)
                .from(PROVIDER_ACCOUNT)
                .where(PROVIDER_ACCOUNT.PROVIDER_ID.eq(provider).and(PROVIDER_ACCOUNT.SUBJECT.eq(subject)))
                .fetchOptional(PROVIDER_ACCOUNT.PERSON_ID);
    }

    /** False where this person is somebody else for the provider already. */
    boolean link(long provider, String subject, long person, Instant now) {
        return db.insertInto(PROVIDER_ACCOUNT)
                        .set(PROVIDER_ACCOUNT.PROVIDER_ID, provider)
                        .set(PROVIDER_ACCOUNT.SUBJECT, subject)
                        .set(PROVIDER_ACCOUNT.PERSON_ID, person)
                        .set(PROVIDER_ACCOUNT.LINKED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The names of the providers that know this person. */
    List<String> knowing(long person) {
        return db.select(PROVIDER.NAME)
                .from(PROVIDER_ACCOUNT)
                .join(PROVIDER)
                .on(PROVIDER.ID.eq(PROVIDER_ACCOUNT.PROVIDER_ID))
                .where(PROVIDER_ACCOUNT.PERSON_ID.eq(person))
                .orderBy(PROVIDER.NAME)
                .limit(MOST)
                .fetch(PROVIDER.NAME);
    }

    void unlink(long person) {
        db.deleteFrom(PROVIDER_ACCOUNT)
                .where(PROVIDER_ACCOUNT.PERSON_ID.eq(person))
                .execute();
    }

    void unlinkAll(long provider) {
        db.deleteFrom(PROVIDER_ACCOUNT)
                .where(PROVIDER_ACCOUNT.PROVIDER_ID.eq(provider))
                .execute();
    }

    private ProviderRecord values(Provider p) {
        ProviderRecord values = db.newRecord(PROVIDER);
        values.setKey(p.key());
        values.setName(p.name());
        values.setIssuer(p.issuer());
        values.setClientId(p.clientId());
        values.setSealedSecret(p.secret());
        values.setMailDomains(p.mailDomains().toArray(String[]::new));
        values.setMailClaim(p.mailClaim());
        values.setCreatesAs(p.createsAs() == null ? null : p.createsAs().code());
        values.setActive(p.active());
        return values;
    }

    private static Provider provider(ProviderRecord r) {
        return new Provider(
                r.getId(),
                r.getKey(),
                r.getName(),
                r.getIssuer(),
                r.getClientId(),
                r.getSealedSecret(),
                List.of(r.getMailDomains()),
                r.getMailClaim(),
                function(r.getCreatesAs()),
                r.getActive());
    }

    private static @Nullable TeamFunction function(@Nullable String code) {
        return code == null ? null : TeamFunction.of(code);
    }
}
