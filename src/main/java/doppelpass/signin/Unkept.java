package doppelpass.signin;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;

/** Keeps Spring Security's filters from signing anybody in by themselves: that is {@link Entrance}'s alone. */
final class Unkept implements ObjectPostProcessor<AbstractAuthenticationProcessingFilter> {
    @Override
    public <O extends AbstractAuthenticationProcessingFilter> O postProcess(O filter) {
        filter.setSecurityContextRepository(new NullSecurityContextRepository());
        return filter;
    }
}
