package doppelpass.api;

import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.lists.plug.Reference;
import doppelpass.web.Refusal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What records refer to, for whoever opens its page. */
@Component
class References {
    private final ObjectProvider<Reference> plugs;
    private final Rights rights;
    private final Organisations organisations;

    References(ObjectProvider<Reference> plugs, Rights rights, Organisations organisations) {
        this.plugs = plugs;
        this.rights = rights;
        this.organisations = organisations;
    }

    /** The names of those a person may read. */
    List<String> names(Person reader) {
        return open(reader).stream().map(Reference::name).toList();
    }

    @Nullable
    Object of(String name, Person reader) {
        Reference known = open(reader).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return told(known.all(reader));
    }

    private List<Reference> open(Person reader) {
        return plugs.stream()
                .filter(one -> rights.route("GET", one.page())
                        .map(route -> route.allows(reader.roles()))
                        .orElse(false))
                .sorted(Comparator.comparing(Reference::name))
                .toList();
    }

    /** Amounts as everywhere in the API. */
    private @Nullable Object told(@Nullable Object value) {
        return switch (value) {
            case Reference.Money money -> new Values(organisations.get().currency()).money(money.minor());
            case List<?> list -> list.stream().map(this::told).toList();
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> told = new LinkedHashMap<>();
                map.forEach((name, one) -> told.put(name, told(one)));
                yield told;
            }
            case null, default -> value;
        };
    }
}
