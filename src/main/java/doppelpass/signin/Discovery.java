package doppelpass.signin;

import doppelpass.web.Refusal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Asks a provider where its doors are, when somebody goes there and the answer is older than an hour. */
@Component
class Discovery implements ClientRegistrationRepository {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final String WHERE = "/.well-known/openid-configuration";

    private final Providers providers;
    private final AccessRules rules;
    private final Outbound outbound;
    private final Clock clock;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** What a provider said, and when. */
    private record Answer(Map<String, Object> metadata, Instant since) {}

    Discovery(Providers providers, AccessRules rules, Outbound outbound, Clock clock) {
        this.providers = providers;
        this.rules = rules;
        this.outbound = outbound;
        this.clock = clock;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String key) {
        return providers.active(key).map(this::registration).orElse(null);
    }

    /** Refused with a plain sentence where the provider does not answer as one. */
    ClientRegistration registration(Provider provider) {
        try {
            String address = rules.get().address();
            return ClientRegistrations.fromOidcConfiguration(metadata(provider))
                    .registrationId(provider.key())
                    .clientId(provider.clientId())
                    .clientSecret(provider.secret())
                    .clientName(provider.name())
                    .scope("openid", "email", "profile")
                    .redirectUri((address.isEmpty() ? "{baseUrl}" : address) + Provider.answerPath(provider.key()))
                    .build();
        } catch (RestClientException | IllegalArgumentException e) {
            throw Refusal.of("signin.error.silent", provider.name());
        }
    }

    private Map<String, Object> metadata(Provider provider) {
        Answer known = answers.get(provider.issuer());
        if (known != null && clock.instant().isBefore(known.since().plus(FRESH))) return known.metadata();
        Map<String, Object> metadata = outbound.rest()
                .get()
                .uri(URI.create(provider.issuer() + WHERE))
                .retrieve()
                .body(new ParameterizedTypeReference<>() {});
        if (metadata == null || !provider.issuer().equals(issuer(metadata))) {
            throw new IllegalArgumentException("The answer is not that of the issuer");
        }
        answers.put(provider.issuer(), new Answer(metadata, clock.instant()));
        return metadata;
    }

    /** A slash at the end is a matter of taste, here as in our own form. */
    private static String issuer(Map<String, Object> metadata) {
        return Objects.toString(metadata.get("issuer"), "").replaceFirst("/+$", "");
    }
}
