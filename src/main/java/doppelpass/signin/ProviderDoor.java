package doppelpass.signin;

import doppelpass.identity.Doorway;
import doppelpass.identity.OpenSession.Door;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** The way back from a provider: Spring Security checks state, code, signature and nonce, we whom that lets in. */
@Component
@Order(2)
@Profile("!console")
class ProviderDoor implements Doorway {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderDoor.class);
    private static final String LEAVING = ProviderDoor.class.getName();

    private final Providers providers;
    private final Discovery discovery;
    private final Outbound outbound;
    private final Departures departures;
    private final Entrance entrance;

    ProviderDoor(
            Providers providers, Discovery discovery, Outbound outbound, Departures departures, Entrance entrance) {
        this.providers = providers;
        this.discovery = discovery;
        this.outbound = outbound;
        this.departures = departures;
        this.entrance = entrance;
    }

    @Override
    public void fit(HttpSecurity http) throws Exception {
        http.oauth2Login(login -> login.loginPage("/sign-in")
                        .loginProcessingUrl(Provider.answerPath("*"))
                        .clientRegistrationRepository(discovery)
                        .authorizedClientRepository(new NoTokensKept())
                        .authorizationEndpoint(leaving -> leaving.authorizationRequestResolver(new Departures.Closed())
                                .authorizationRequestRepository(departures.requests()))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(outbound.tokens()))
                        .userInfoEndpoint(people -> people.oidcUserService(outbound.people()))
                        .withObjectPostProcessor(new Unkept())
                        .successHandler(this::welcome)
                        .failureHandler(ProviderDoor::refuse))
                .logout(out ->
                        out.addLogoutHandler(ProviderDoor::remember).logoutSuccessHandler(ProviderDoor::goodbye));
    }

    private void welcome(HttpServletRequest request, HttpServletResponse response, Authentication proven)
            throws IOException {
        SecurityContextHolder.clearContext();
        if (!(proven instanceof OAuth2AuthenticationToken token) || !(token.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("not what a provider of OpenID Connect says");
        }
        String key = token.getAuthorizedClientRegistrationId();
        try {
            Person person = providers.recognise(key, Objects.requireNonNull(user.getSubject()), user.getClaims());
            String next = entrance.enter(request, response, person.id(), Door.PROVIDER);
            ClientRegistration provider = discovery.findByRegistrationId(key);
            if (provider != null)
                Farewell.at(provider, user.getIdToken().getTokenValue()).ifPresent(f -> f.keepIn(request));
            response.sendRedirect(next);
        } catch (Refusal refusal) {
            LOG.info("Single sign-on by {} refused: {}", key, refusal.key());
            response.sendRedirect("/sign-in?" + refusal.key().replaceFirst("^signin\\.knock\\.", ""));
        }
    }

    /** Codes of errors name no person and no secret; what a provider writes beside them might. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String code = why instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode().replaceAll("[^\\w.-]", "")
                : why.getClass().getSimpleName();
        LOG.warn("Single sign-on failed: {}", code);
        response.sendRedirect("/sign-in?" + Knock.PROVIDER.code());
    }

    private static void remember(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        Farewell.in(request).ifPresent(farewell -> request.setAttribute(LEAVING, farewell));
    }

    /** Signed out here; the page offers to do the same at the provider. */
    private static void goodbye(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException {
        Optional.ofNullable((Farewell) request.getAttribute(LEAVING)).ifPresent(farewell -> farewell.keepIn(request));
        response.sendRedirect("/sign-in?" + Knock.BYE.code());
    }
}
