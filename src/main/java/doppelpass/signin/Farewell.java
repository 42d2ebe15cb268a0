package doppelpass.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.web.util.UriComponentsBuilder;

/** What it takes to sign somebody out at the provider too (OpenID Connect RP-Initiated Logout 1.0); kept in the session. */
public record Farewell(String name, String endpoint, String idToken, String clientId) implements Serializable {
    private static final String SLOT = Farewell.class.getName();

    /** Empty where the provider does not offer it. */
    static Optional<Farewell> at(ClientRegistration provider, String idToken) {
        Object endpoint =
                provider.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return endpoint == null
                ? Optional.empty()
                : Optional.of(
                        new Farewell(provider.getClientName(), endpoint.toString(), idToken, provider.getClientId()));
    }

    static Optional<Farewell> in(HttpServletRequest request) {
        var session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (Farewell) session.getAttribute(SLOT));
    }

    void keepIn(HttpServletRequest request) {
        request.getSession().setAttribute(SLOT, this);
    }

    static void forgetIn(HttpServletRequest request) {
        Objects.requireNonNull(request.getSession()).removeAttribute(SLOT);
    }

    String url(String back) {
        return UriComponentsBuilder.fromUriString(endpoint)
                .queryParam("id_token_hint", "{token}")
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .encode()
                .buildAndExpand(idToken, clientId, back)
                .toUriString();
    }

    @Override
    public String toString() {
        return "farewell from " + name;
    }
}
