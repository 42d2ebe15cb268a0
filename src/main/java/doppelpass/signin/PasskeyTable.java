package doppelpass.signin;

import static doppelpassdb.signin.Tables.PASSKEY;
import static doppelpassdb.signin.Tables.PASSKEY_OWNER;

import doppelpassdb.signin.tables.records.PasskeyRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Component;

/** The SQL of passkeys. */
@Component
class PasskeyTable {
    private static final int MOST = 50;

    private final DSLContext db;

    PasskeyTable(DSLContext db) {
        this.db = db;
    }

    List<Passkey> of(long person) {
        return db.selectFrom(PASSKEY)
                .where(PASSKEY.PERSON_ID.eq(person))
                .orderBy(PASSKEY.ID)
                .limit(MOST)
                .fetch(r -> new Passkey(r.getId(), r.getName(), r.getCreatedAt(), r.getLastUsedAt(), r.getBackedUp()));
    }

    /** The random name of somebody, made when first asked for. */
    byte[] handle(long person) {
        db.insertInto(PASSKEY_OWNER)
                .set(PASSKEY_OWNER.PERSON_ID, person)
                .set(PASSKEY_OWNER.HANDLE, Bytes.random().getBytes())
                .onConflictDoNothing()
                .execute();
        return db.select(PASSKEY_OWNER.HANDLE)
                .from(PASSKEY_OWNER)
                .where(PASSKEY_OWNER.PERSON_ID.eq(person))
                .fetchSingle(PASSKEY_OWNER.HANDLE);
    }

    Optional<Long> personOf(byte[] handle) {
        return db.select(PASSKEY_OWNER.PERSON_ID)
                .from(PASSKEY_OWNER)
                .where(PASSKEY_OWNER.HANDLE.eq(handle))
                .fetchOptional(PASSKEY_OWNER.PERSON_ID);
    }

    Optional<CredentialRecord> credential(byte[] credential) {
        return db.select(PASSKEY.fields())
                .select(PASSKEY_OWNER.HANDLE)
                .from(PASSKEY)
                .join(PASSKEY_OWNER)
                .on(PASSKEY_OWNER.PERSON_ID.eq(PASSKEY.PERSON_ID))
                .where(PASSKEY.CREDENTIAL.eq(credential))
                .fetchOptional(PasskeyTable::record);
    }

    List<CredentialRecord> credentials(byte[] handle) {
        return db.select(PASSKEY.fields())
                .select(PASSKEY_OWNER.HANDLE)
                .from(PASSKEY)
                .join(PASSKEY_OWNER)
                .on(PASSKEY_OWNER.PERSON_ID.eq(PASSKEY.PERSON_ID))
                .where(PASSKEY_OWNER.HANDLE.eq(handle))
                .limit(MOST)
                .fetch(PasskeyTable::record);
    }

    void insert(long person, CredentialRecord record, Instant now) {
        PasskeyRecord values = db.newRecord(PASSKEY);
        values.setPersonId(person);
        values.setName(record.getLabel());
        values.setCredential(record.getCredentialId().getBytes());
        values.setPublicKey(record.getPublicKey().getBytes());
        values.setAttestation(
                Objects.requireNonNull(record.getAttestationObject()).getBytes());
        values.setClientData(bytes(record.getAttestationClientDataJSON()));
        values.setSignCount(record.getSignatureCount());
        values.setTransports(record.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .toArray(String[]::new));
        values.setUserVerified(record.isUvInitialized());
        values.setBackupEligible(record.isBackupEligible());
        values.setBackedUp(record.isBackupState());
        values.setCreatedAt(now);
        values.insert();
    }

    void used(CredentialRecord record, Instant now) {
        db.update(PASSKEY)
                .set(PASSKEY.SIGN_COUNT, record.getSignatureCount())
                .set(PASSKEY.BACKED_UP, record.isBackupState())
                .set(PASSKEY.LAST_USED_AT, now)
                .where(PASSKEY.CREDENTIAL.eq(record.getCredentialId().getBytes()))
                .execute();
    }

    boolean rename(long person, long id, String name) {
        return db.update(PASSKEY)
                        .set(PASSKEY.NAME, name)
                        .where(PASSKEY.ID.eq(id).and(PASSKEY.PERSON_ID.eq(person)))
                        .execute()
                == 1;
    }

    boolean remove(long person, long id) {
        return db.deleteFrom(PASSKEY)
                        .where(PASSKEY.ID.eq(id).and(PASSKEY.PERSON_ID.eq(person)))
                        .execute()
                == 1;
    }

    private static CredentialRecord record(Record r) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(r.get(PASSKEY.CREDENTIAL)))
                .userEntityUserId(new Bytes(r.get(PASSKEY_OWNER.HANDLE)))
                .publicKey(new ImmutablePublicKeyCose(r.get(PASSKEY.PUBLIC_KEY)))
                .signatureCount(r.get(PASSKEY.SIGN_COUNT))
                .uvInitialized(r.get(PASSKEY.USER_VERIFIED))
                .transports(Arrays.stream(r.get(PASSKEY.TRANSPORTS))
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toUnmodifiableSet()))
                .backupEligible(r.get(PASSKEY.BACKUP_ELIGIBLE))
                .backupState(r.get(PASSKEY.BACKED_UP))
                .attestationObject(new Bytes(r.get(PASSKEY.ATTESTATION)))
                .attestationClientDataJSON(optional(r.get(PASSKEY.CLIENT_DATA)))
                .label(r.get(PASSKEY.NAME))
                .created(r.get(PASSKEY.CREATED_AT))
                .build();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    private static @Nullable Bytes optional(byte @Nullable [] bytes) {
        return bytes == null ? null : new Bytes(bytes);
    }
}
