package doppelpass.signin;

import doppelpass.identity.Doorway;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Mail address and password. Where single sign-on is the only way in, administrators keep it for when the provider fails. */
@Component
@Order(1)
@Profile("!console")
class PasswordDoor implements Doorway, AuthenticationProvider {
    private final People people;
    private final Attempts attempts;
    private final AccessRules rules;
    private final Entrance entrance;

    PasswordDoor(People people, Attempts attempts, AccessRules rules, Entrance entrance) {
        this.people = people;
        this.attempts = attempts;
        this.rules = rules;
        this.entrance = entrance;
    }

    @Override
    public void fit(HttpSecurity http) throws Exception {
        http.authenticationProvider(this)
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("mail")
                        .passwordParameter("password")
                        .failureHandler(this::refuse)
                        .withObjectPostProcessor(new Unkept())
                        .successHandler(this::goOn)
                        .permitAll(false))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?bye"));
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String mail = asked.getName();
        if (!attempts.mayTry(Attempts.mail(mail))) throw new LockedException("too many attempts");
        Person person = people.authenticate(mail, String.valueOf(asked.getCredentials()))
                .filter(rules.get()::passwordOpens)
                .orElseThrow(() -> new BadCredentialsException("mail and password do not match"));
        attempts.forget(Attempts.mail(mail));
        return new UsernamePasswordAuthenticationToken(new Proven(person.id()), null, List.of());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private void goOn(HttpServletRequest request, HttpServletResponse response, Authentication proven)
            throws IOException {
        if (!(proven.getPrincipal() instanceof Proven who)) throw new IllegalStateException("not our own proof");
        Person person = people.find(who.person()).orElseThrow();
        response.sendRedirect(entrance.afterPassword(request, response, person));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        boolean administrator = rules.get().providersOnly();
        response.sendRedirect(administrator ? "/sign-in?failed&administrator" : "/sign-in?failed");
    }
}
