package doppelpass.signin;

import doppelpass.identity.People;
import doppelpass.identity.Person;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** What Spring Security's WebAuthn looks up and writes down: people by a random name, and their passkeys. */
@Component
class PasskeyBooks implements PublicKeyCredentialUserEntityRepository, UserCredentialRepository {
    private final PasskeyTable table;
    private final People people;
    private final Clock clock;

    PasskeyBooks(PasskeyTable table, People people, Clock clock) {
        this.table = table;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return table.personOf(handle.getBytes())
                .flatMap(people::find)
                .map(person -> entity(person, handle))
                .orElse(null);
    }

    /** The user's name in a session is the person's number. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String number) {
        return people.find(Long.parseLong(number))
                .map(person -> entity(person, new Bytes(table.handle(person.id()))))
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity person) {
        throw new IllegalStateException("people are known before they have a passkey");
    }

    @Override
    public void delete(Bytes credential) {
        throw new IllegalStateException("passkeys are removed by their owner");
    }

    @Override
    public void save(CredentialRecord record) {
        if (table.credential(record.getCredentialId().getBytes()).isPresent()) {
            table.used(record, clock.instant());
        } else {
            long person =
                    table.personOf(record.getUserEntityUserId().getBytes()).orElseThrow();
            table.insert(person, record, clock.instant());
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return table.credential(credential.getBytes()).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return table.credentials(handle.getBytes());
    }

    private static PublicKeyCredentialUserEntity entity(Person person, Bytes handle) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .name(person.mail())
                .id(handle)
                .displayName(person.name())
                .build();
    }
}
