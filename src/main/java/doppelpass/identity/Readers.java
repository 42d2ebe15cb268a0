package doppelpass.identity;

import doppelpass.database.FieldRight;
import doppelpass.database.Seeing;
import doppelpass.web.Local;
import doppelpass.web.Locals;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Who reads this request, fresh from the database: a changed right works at once. */
@Component
public class Readers implements Locals {
    private static final String SLOT = Readers.class.getName();

    private final IdentityTable table;
    private final Clock clock;
    private final Seeing seeing;

    Readers(IdentityTable table, Clock clock, Seeing seeing) {
        this.table = table;
        this.clock = clock;
        this.seeing = seeing;
    }

    /** The signed-in, still active person of the request. */
    public Optional<Person> person(HttpServletRequest request) {
        Object known = request.getAttribute(SLOT);
        if (known == null) {
            known = signedIn().flatMap(table::person).filter(Person::active);
            request.setAttribute(SLOT, known);
        }
        @SuppressWarnings("unchecked")
        Optional<Person> person = (Optional<Person>) known;
        return person;
    }

    /** Who acts in this request by another sign than a session, such as a token. */
    public void as(HttpServletRequest request, Person person) {
        request.setAttribute(SLOT, Optional.of(person));
    }

    /** The same, only if it was asked before. */
    static Optional<Person> known(HttpServletRequest request) {
        return request.getAttribute(SLOT) instanceof Optional<?> known && known.orElse(null) instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }

    @Override
    public Local of(HttpServletRequest request) {
        Optional<Organisation> organisation = table.organisation();
        Optional<Person> person = person(request);
        String language = person.map(Person::language)
                .or(() -> Optional.ofNullable(asked(request)))
                .or(() -> organisation.map(Organisation::language))
                .orElse(request.getLocale().getLanguage().equals("de") ? "de" : "en");
        return new Local(
                Locale.forLanguageTag(language + "-" + (language.equals("de") ? "DE" : "GB")),
                organisation.map(Organisation::zone).orElse(ZoneId.of("Europe/Berlin")),
                organisation.map(o -> o.currency().getCurrencyCode()).orElse("EUR"),
                person.map(Person::theme).orElse("auto"),
                clock.instant(),
                person.map(p -> new Local.Reader(
                        p.id(),
                        p.name(),
                        p.roles(),
                        p.leadsTeam() ? p.teamId() : null,
                        seeing.limited(),
                        seeing.fields(FieldRight.HIDDEN),
                        seeing.fields(FieldRight.READ))),
                csrf(request));
    }

    /** Before sign-in the page's own language switch counts: {@code ?lang=de}. */
    private static @Nullable String asked(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        return "de".equals(asked) || "en".equals(asked) ? asked : null;
    }

    private static Optional<Long> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.id())
                : Optional.empty();
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
