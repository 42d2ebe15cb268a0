package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.COMPANY;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Organisations;
import doppelpass.quality.Check;
import doppelpass.quality.Checks;
import doppelpass.quality.Kind;
import doppelpass.quality.Offending;
import doppelpass.quality.Severity;
import doppelpass.quality.Sieve;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What data care looks for among companies. */
@Component
class CompanyChecks implements Checks {
    private static final Field<String> VAT_COUNTRY = DSL.field(
            "case upper(left({0}, 2)) when 'EL' then 'GR' when 'XI' then 'GB' else upper(left({0}, 2)) end",
            String.class, COMPANY.VAT_ID);

    private final Organisations organisations;

    CompanyChecks(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check(
                        "companyCountry",
                        Kind.MISSING,
                        Severity.LOW,
                        List.of("country", "city"),
                        DSL.trueCondition(),
                        COMPANY.COUNTRY.isNull(),
                        DSL.coalesce(COMPANY.CITY, DSL.inline("–"))),
                check(
                        "companyDouble",
                        Kind.DUPLICATE,
                        Severity.MEDIUM,
                        List.of(),
                        DSL.trueCondition(),
                        ContactChecks.beyondFirst("company", COMPANY.ID),
                        COMPANY.NAME),
                check(
                        "vatCountry",
                        Kind.CONTRADICTORY,
                        Severity.MEDIUM,
                        List.of("vat_id", "country"),
                        COMPANY.VAT_ID.isNotNull().and(COMPANY.COUNTRY.isNotNull()),
                        VAT_COUNTRY.ne(DSL.upper(COMPANY.COUNTRY)),
                        COMPANY.VAT_ID,
                        COMPANY.COUNTRY),
                sieved("badVat", List.of("vat_id", "country"), COMPANY.VAT_ID, () -> VatIds::valid),
                sieved("companyPhone", List.of("phone"), COMPANY.PHONE, this::phones),
                sieved("badDomain", List.of("website"), COMPANY.DOMAIN, () -> Hosts::domain),
                sieved("badCompanyCountry", List.of("country"), COMPANY.COUNTRY, () -> Inputs::knows));
    }

    /** A number without country code is one of ours. */
    private Predicate<String> phones() {
        String home = organisations.get().country();
        return typed -> Phones.valid(typed, home);
    }

    private static Check check(
            String name,
            Kind kind,
            Severity severity,
            List<String> mends,
            Condition among,
            Condition wrong,
            Field<?>... facts) {
        Offending offending = new Offending(COMPANY, among, wrong, COMPANY.ID, COMPANY.NAME, List.of(facts));
        return Check.of(
                "contacts." + name, kind, severity, TeamFunction.SALES, "/companies/", mends, moment -> offending);
    }

    private static Check sieved(
            String name, List<String> mends, Field<String> value, Supplier<Predicate<String>> judge) {
        return Check.of(
                "contacts." + name,
                Severity.MEDIUM,
                TeamFunction.SALES,
                "/companies/",
                mends,
                new Sieve(COMPANY, COMPANY.ID, COMPANY.NAME, value, judge));
    }
}
