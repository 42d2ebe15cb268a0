package doppelpass.reach;

import doppelpass.database.Sight;
import doppelpass.database.Sights;
import doppelpass.identity.People;
import doppelpass.identity.Readers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Before a page is asked for anything, it is known what its reader sees. */
@Configuration
class SightOfReader implements Sights, HandlerInterceptor, WebMvcConfigurer {
    private static final String SLOT = SightOfReader.class.getName();

    private final Readers readers;
    private final People people;
    private final Reaches reaches;

    SightOfReader(Readers readers, People people, Reaches reaches) {
        this.readers = readers;
        this.people = people;
        this.reaches = reaches;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Integer.MIN_VALUE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(SLOT) == null) {
            readers.person(request).flatMap(reaches::sight).ifPresent(sight -> request.setAttribute(SLOT, sight));
        }
        return true;
    }

    @Override
    public Optional<Sight> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                        && here.getRequest().getAttribute(SLOT) instanceof Sight sight
                ? Optional.of(sight)
                : Optional.empty();
    }

    @Override
    public Optional<Sight> of(long person) {
        return people.find(person).flatMap(reaches::sight);
    }
}
