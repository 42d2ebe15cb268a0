package doppelpass.duplicates;

import doppelpass.timeline.Naming;
import doppelpass.timeline.Subject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Leads the address of a record that was merged away to the one that stayed, for whoever sees that one. */
@Component
class OldNumbers implements WebMvcConfigurer, HandlerInterceptor {
    private static final Pattern PAGE = Pattern.compile("/([a-z]+)/(\\d{1,18})(/edit)?");

    private final Merges merges;
    private final Naming naming;

    OldNumbers(Merges merges, Naming naming) {
        this.merges = merges;
        this.naming = naming;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Matcher page = PAGE.matcher(request.getRequestURI());
        if (!request.getMethod().equals("GET") || !page.matches()) return true;
        Optional<Subject> stayed = Arrays.stream(Subject.Kind.values())
                .map(kind -> new Subject(kind, Long.parseLong(page.group(2))))
                .filter(subject -> subject.list().equals(page.group(1)) && merges.keeps(subject.kind()))
                .findFirst()
                .flatMap(merges::successor)
                .filter(subject -> naming.know(List.of(subject)));
        if (stayed.isEmpty()) return true;
        response.sendRedirect(stayed.get().url());
        return false;
    }
}
