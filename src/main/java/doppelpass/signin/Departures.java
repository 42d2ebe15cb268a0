package doppelpass.signin;

import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** The way to a provider, with state, nonce and proof key (PKCE), which the session remembers until the answer comes. */
@Component
class Departures {
    private final Discovery discovery;
    private final DefaultOAuth2AuthorizationRequestResolver resolver;
    private final HttpSessionOAuth2AuthorizationRequestRepository requests =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    Departures(Discovery discovery) {
        this.discovery = discovery;
        resolver = new DefaultOAuth2AuthorizationRequestResolver(discovery, "/sign-in/providers");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    HttpSessionOAuth2AuthorizationRequestRepository requests() {
        return requests;
    }

    /** The address of the provider's own page; refused where there is no such provider or it does not answer. */
    String to(String key, HttpServletRequest request, HttpServletResponse response) {
        if (discovery.findByRegistrationId(key) == null) throw Refusal.notFound();
        OAuth2AuthorizationRequest leaving = resolver.resolve(request, key);
        if (leaving == null) throw Refusal.notFound();
        requests.saveAuthorizationRequest(leaving, request, response);
        return leaving.getAuthorizationRequestUri();
    }

    /** In place of Spring Security's own way out, which answers with an error page where ours says a sentence. */
    static final class Closed implements OAuth2AuthorizationRequestResolver {
        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return null;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
            return null;
        }
    }
}
