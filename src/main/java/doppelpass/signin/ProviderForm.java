package doppelpass.signin;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Tokens;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A provider as the page sends it; the stored secret is never sent back to a page. */
public record ProviderForm(
        @Nullable String key,
        @Nullable String name,
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String secret,
        @Nullable String mailDomains,
        @Nullable String mailClaim,
        @Nullable String createsAs,
        @Nullable Boolean active) {

    /** Functions that a provider may give to people it brings; administration is given by people. */
    static final List<TeamFunction> CREATED = Arrays.stream(TeamFunction.values())
            .filter(function -> function != TeamFunction.ADMINISTRATION)
            .toList();

    public ProviderForm {
        key = text(key);
        name = text(name);
        issuer = text(issuer).replaceFirst("/+$", "");
        clientId = text(clientId);
        secret = text(secret);
        mailDomains = text(mailDomains).toLowerCase(Locale.ROOT);
        mailClaim = text(mailClaim);
        createsAs = text(createsAs);
        active = Boolean.TRUE.equals(active);
    }

    static ProviderForm empty() {
        return new ProviderForm(Tokens.fresh().substring(0, 12), "", "", "", "", "", "email", "", true);
    }

    static ProviderForm of(Provider p) {
        return new ProviderForm(
                p.key(),
                p.name(),
                p.issuer(),
                p.clientId(),
                "",
                String.join(" ", p.mailDomains()),
                p.mailClaim(),
                p.createsAs() == null ? "" : p.createsAs().code(),
                p.active());
    }

    /** Field → message key of what is wrong. */
    Map<String, String> errors(@Nullable Provider before) {
        Map<String, String> errors = new HashMap<>();
        if (text(name).isEmpty()) errors.put("name", "web.error.required");
        if (text(clientId).isEmpty()) errors.put("clientId", "web.error.required");
        if (!text(issuer).matches("https://[^\\s?#@]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/[^\\s?#@]*)?"))
            errors.put("issuer", "signin.error.issuer");
        boolean kept = before != null
                && before.issuer().equals(issuer)
                && before.clientId().equals(clientId);
        if (text(secret).isEmpty() && !kept) errors.put("secret", "signin.error.secret");
        if (domains().stream().anyMatch(d -> !d.matches("[^\\s@/]+\\.[^\\s@/]+")))
            errors.put("mailDomains", "signin.error.domains");
        if (!text(mailClaim).matches("[\\w.:/-]{1,100}")) errors.put("mailClaim", "web.error.required");
        if (!text(createsAs).isEmpty()
                && CREATED.stream().noneMatch(f -> f.code().equals(createsAs)))
            errors.put("createsAs", "web.error.required");
        if (!text(key).matches("[A-Za-z0-9_-]{8,40}")) errors.put("name", "web.error.request");
        return errors;
    }

    /** With the stored secret where none was typed; a provider keeps its key. */
    Provider toProvider(@Nullable Provider before) {
        String typed = text(secret);
        return new Provider(
                before == null ? 0 : before.id(),
                before == null ? text(key) : before.key(),
                text(name),
                text(issuer),
                text(clientId),
                typed.isEmpty() && before != null ? before.secret() : typed,
                domains(),
                text(mailClaim),
                text(createsAs).isEmpty() ? null : TeamFunction.of(text(createsAs)),
                Boolean.TRUE.equals(active));
    }

    private List<String> domains() {
        return Arrays.stream(text(mailDomains).split("[\\s,;]+"))
                .filter(domain -> !domain.isEmpty())
                .toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Override
    public String toString() {
        return "provider form " + name;
    }
}
