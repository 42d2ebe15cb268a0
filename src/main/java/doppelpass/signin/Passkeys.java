package doppelpass.signin;

import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.identity.SignedIn;
import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (WebAuthn): discoverable, and always with the device's own check of the person, so that one is two factors in
 * itself. What is asked is put together anew from the challenge: the session need not be trusted with more.
 */
@Component
class Passkeys {
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final int LONGEST_NAME = 60;
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final PasskeyTable table;
    private final PasskeyBooks books;
    private final People people;
    private final Organisations organisations;
    private final AccessRules rules;
    private final Clock clock;

    Passkeys(
            PasskeyTable table,
            PasskeyBooks books,
            People people,
            Organisations organisations,
            AccessRules rules,
            Clock clock) {
        this.table = table;
        this.books = books;
        this.people = people;
        this.organisations = organisations;
        this.rules = rules;
        this.clock = clock;
    }

    List<Passkey> of(long person) {
        return table.of(person);
    }

    /** What a browser needs to make a passkey for this person, as JSON. */
    @Transactional
    public String creation(Person me, HttpServletRequest request) {
        var operations = operations(Challenge.fresh(request, clock.instant()), request);
        return JSON.writeValueAsString(operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(as(me))));
    }

    @Transactional
    public void add(Person me, String name, String credential, HttpServletRequest request) {
        String label = name(name);
        try {
            var operations = operations(taken(request), request);
            var options = operations.createPublicKeyCredentialCreationOptions(
                    new ImmutablePublicKeyCredentialCreationOptionsRequest(as(me)));
            PublicKeyCredential<AuthenticatorAttestationResponse> made =
                    JSON.readValue(credential, new TypeReference<>() {});
            operations.registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(made, label)));
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException e) {
            throw refused(e);
        }
    }

    /** What a browser needs to ask for any passkey of this installation, as JSON. */
    String question(HttpServletRequest request) {
        var operations = operations(Challenge.fresh(request, clock.instant()), request);
        return JSON.writeValueAsString(operations.createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(nobody())));
    }

    /** Whose passkey has answered. */
    @Transactional
    public Person owner(String credential, HttpServletRequest request) {
        try {
            var operations = operations(taken(request), request);
            var options = operations.createCredentialRequestOptions(
                    new ImmutablePublicKeyCredentialRequestOptionsRequest(nobody()));
            PublicKeyCredential<AuthenticatorAssertionResponse> answer =
                    JSON.readValue(credential, new TypeReference<>() {});
            PublicKeyCredentialUserEntity owner =
                    operations.authenticate(new RelyingPartyAuthenticationRequest(options, answer));
            return table.personOf(owner.getId().getBytes())
                    .flatMap(people::find)
                    .filter(Person::active)
                    .filter(rules.get()::passwordOpens)
                    .orElseThrow(() -> Refusal.forbidden("signin.error.passkey"));
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException e) {
            throw refused(e);
        }
    }

    @Transactional
    public void rename(long person, long id, String name) {
        if (!table.rename(person, id, name(name))) throw Refusal.notFound();
    }

    @Transactional
    public void remove(long person, long id) {
        if (!table.remove(person, id)) throw Refusal.notFound();
    }

    private Webauthn4JRelyingPartyOperations operations(Challenge challenge, HttpServletRequest request) {
        String own = rules.get().address();
        String origin = own.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : own;
        var house = PublicKeyCredentialRpEntity.builder()
                .id(URI.create(origin).getHost())
                .name(organisations.get().name())
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(books, books, house, Set.of(origin));
        operations.setCustomizeCreationOptions(options -> options.challenge(challenge.bytes())
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.challenge(challenge.bytes()).userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    private Challenge taken(HttpServletRequest request) {
        return Challenge.take(request, clock.instant()).orElseThrow(() -> Refusal.of("signin.error.passkey"));
    }

    private static Authentication as(Person me) {
        return new UsernamePasswordAuthenticationToken(new SignedIn(me.id()), null, List.of());
    }

    /** Discoverable passkeys name their owner themselves. */
    private static @Nullable Authentication nobody() {
        return null;
    }

    private static Refusal refused(Exception why) {
        LOG.info("Passkey refused: {}", why.getClass().getSimpleName());
        return Refusal.of("signin.error.passkey");
    }

    private static String name(String name) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME)
            throw Refusal.of("signin.error.passkeyName", LONGEST_NAME);
        return plain;
    }
}
