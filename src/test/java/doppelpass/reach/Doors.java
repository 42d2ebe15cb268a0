package doppelpass.reach;

import doppelpass.identity.Rights;
import doppelpass.kpi.Kpis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The addresses of the product, filled with the records of a family. */
@Component
class Doors {
    static final List<String> KINDS = List.of("company", "contact", "lead", "deal");
    static final List<String> LISTS =
            List.of("contacts", "companies", "leads", "deals", "activities", "tasks", "campaigns");

    private final Rights rights;
    private final Kpis kpis;

    Doors(Rights rights, Kpis kpis) {
        this.rights = rights;
        this.kpis = kpis;
    }

    /** Every page that can be read, with every record for its variables, and the questions that could bring a word out. */
    List<String> addresses(SomeRecords.Family family, String word) {
        List<String> addresses = new ArrayList<>();
        for (Rights.Route route : rights.routes()) {
            String pattern = route.pattern().getPatternString();
            if (!route.method().equals("GET") || route.open() || pattern.contains("*")) continue;
            addresses.addAll(filled(pattern, family));
        }
        for (String list : LISTS) {
            addresses.add("/" + list + "?q=" + word + "&sort=name&desc=true");
            addresses.add("/lists/" + list + "/export.csv?q=" + word);
        }
        addresses.addAll(List.of("/search?q=" + word, "/search/hits?q=" + word, "/deals/choices/company?q=" + word));
        kpis.all().forEach(kpi -> addresses.add("/kpis/" + kpi.code() + "/records?period=2026"));
        return addresses;
    }

    List<String> filled(String pattern, SomeRecords.Family family) {
        Function<String, Stream<String>> each = address -> {
            String variable = address.replaceAll("^[^{]*(\\{[^}]+}).*$", "$1");
            return values(variable, family).map(value -> address.replace(variable, value));
        };
        List<String> addresses = List.of(pattern);
        while (addresses.getFirst().contains("{"))
            addresses = addresses.stream().flatMap(each).toList();
        return addresses;
    }

    private Stream<String> values(String variable, SomeRecords.Family family) {
        return switch (variable) {
            case "{record}", "{subjects}" -> KINDS.stream().map(kind -> kind + "-" + family.id(kind));
            case "{records}" -> Stream.of("contact-" + family.contact() + ",contact-" + family.leadContact());
            case "{kind}" -> KINDS.stream();
            case "{list}" -> LISTS.stream();
            case "{column}" -> Stream.of("name", "owner");
            case "{code}" -> Stream.of("K18");
            case "{key}" -> Stream.of("mql");
            case "{format}" -> Stream.of("vcf");
            case "{id}" -> Stream.of(String.valueOf(family.deal()), String.valueOf(family.leadContact()));
            default -> Stream.of("1");
        };
    }
}
