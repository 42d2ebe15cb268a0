package doppelpass.search;

import doppelpass.identity.Person;
import doppelpass.identity.Readers;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findables;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Remembers which records somebody opened: a page of a kind that can be found, shown to its reader. */
@Configuration
class Visits implements WebMvcConfigurer, HandlerInterceptor {
    static final int KEPT = 50;

    private final Readers readers;
    private final VisitTable table;
    private final List<Findables> plugs;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Visits(Readers readers, VisitTable table, List<Findables> plugs, TransactionTemplate transactions, Clock clock) {
        this.readers = readers;
        this.table = table;
        this.plugs = plugs;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Opened(String kind, long id) {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (!request.getMethod().equals("GET") || page == null || response.getStatus() != 200) return;
        readers.person(request)
                .ifPresent(person -> opened(request.getRequestURI(), person)
                        .ifPresent(visit -> transactions.executeWithoutResult(status -> {
                            table.opened(person.id(), visit.kind(), visit.id(), clock.instant());
                            table.keepOnly(person.id(), KEPT);
                        })));
    }

    private Optional<Opened> opened(String path, Person person) {
        int slash = path.lastIndexOf('/');
        String number = path.substring(slash + 1);
        if (!number.matches("[1-9]\\d{0,17}")) return Optional.empty();
        String page = path.substring(0, slash + 1) + "0";
        return plugs.stream()
                .flatMap(plug -> plug.of(person).stream())
                .map(Findable::kind)
                .filter(kind -> kind.page().equals(page))
                .findFirst()
                .map(kind -> new Opened(kind.name(), Long.parseLong(number)));
    }
}
