package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.COMPANY;
import static doppelpassdb.contacts.Tables.CONTACT;
import static doppelpassdb.duplicates.Tables.BEYOND_FIRST;

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

/** What data care looks for among contacts. */
@Component
class ContactChecks implements Checks {
    private static final Field<String> FULL_NAME =
            DSL.trim(DSL.concat(CONTACT.FIRST_NAME, DSL.inline(" "), CONTACT.LAST_NAME));
    private static final Field<String> MAIL_DOMAIN = DSL.splitPart(CONTACT.MAIL, DSL.inline("@"), DSL.inline(2));

    /** Of somebody whose data were erased nothing is left to mend. */
    private static final Condition KNOWN = CONTACT.ERASED_AT.isNull();

    private final Organisations organisations;

    ContactChecks(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public List<Check> checks() {
        List<Field<?>> entered = List.of(DSL.coalesce(CONTACT.COMPANY_TEXT, DSL.inline("–")), CONTACT.CREATED_AT);
        return List.of(
                check(
                        "unreachable",
                        Kind.MISSING,
                        Severity.HIGH,
                        TeamFunction.MARKETING,
                        List.of("mail", "phone", "mobile"),
                        offending(DSL.trueCondition(), unreachable(), entered)),
                check(
                        "noCompany",
                        Kind.MISSING,
                        Severity.MEDIUM,
                        TeamFunction.SALES,
                        List.of("company"),
                        offending(DSL.trueCondition(), CONTACT.COMPANY_ID.isNull(), entered)),
                check(
                        "double",
                        Kind.DUPLICATE,
                        Severity.MEDIUM,
                        TeamFunction.MARKETING,
                        List.of(),
                        offending(DSL.trueCondition(), beyondFirst("contact", CONTACT.ID), List.of(name()))),
                check(
                        "otherDomain",
                        Kind.CONTRADICTORY,
                        Severity.LOW,
                        TeamFunction.SALES,
                        List.of("company", "mail"),
                        otherDomain()),
                sieved("badMail", List.of("mail"), CONTACT.MAIL, () -> Hosts::mail),
                sieved("badPhone", List.of("phone"), CONTACT.PHONE, this::phones),
                sieved("badMobile", List.of("mobile"), CONTACT.MOBILE, this::phones),
                sieved("badCountry", List.of("country"), CONTACT.COUNTRY, () -> Inputs::knows));
    }

    static Condition beyondFirst(String kind, Field<Long> id) {
        return id.in(DSL.select(BEYOND_FIRST.RECORD_ID).from(BEYOND_FIRST).where(BEYOND_FIRST.KIND.eq(kind)));
    }

    /** A number without country code is one of ours. */
    private Predicate<String> phones() {
        String home = organisations.get().country();
        return typed -> Phones.valid(typed, home);
    }

    private static Condition unreachable() {
        return CONTACT.MAIL.isNull().and(CONTACT.PHONE.isNull()).and(CONTACT.MOBILE.isNull());
    }

    /** The mail address belongs to another company than the one the contact is linked to. */
    private static Offending otherDomain() {
        var linked = COMPANY.as("linked");
        var other = COMPANY.as("other");
        Condition contradicts = DSL.exists(DSL.selectOne()
                        .from(other)
                        .where(other.DOMAIN.eq(MAIL_DOMAIN))
                        .and(other.ID.ne(CONTACT.COMPANY_ID)))
                .andNotExists(DSL.selectOne()
                        .from(linked)
                        .where(linked.ID.eq(CONTACT.COMPANY_ID))
                        .and(linked.DOMAIN.isNull().or(linked.DOMAIN.eq(MAIL_DOMAIN))));
        Field<String> whose =
                DSL.field(DSL.select(DSL.min(other.NAME)).from(other).where(other.DOMAIN.eq(MAIL_DOMAIN)));
        return offending(
                CONTACT.COMPANY_ID.isNotNull().and(CONTACT.MAIL.isNotNull()),
                contradicts,
                List.of(CONTACT.MAIL, whose));
    }

    private static Offending offending(Condition among, Condition wrong, List<Field<?>> facts) {
        return new Offending(CONTACT, KNOWN.and(among), wrong, CONTACT.ID, name(), facts);
    }

    private static Check check(
            String name, Kind kind, Severity severity, TeamFunction owner, List<String> mends, Offending offending) {
        return Check.of("contacts." + name, kind, severity, owner, "/contacts/", mends, moment -> offending);
    }

    private static Check sieved(
            String name, List<String> mends, Field<String> value, Supplier<Predicate<String>> judge) {
        return Check.of(
                "contacts." + name,
                Severity.MEDIUM,
                TeamFunction.MARKETING,
                "/contacts/",
                mends,
                new Sieve(CONTACT, CONTACT.ID, name(), DSL.when(KNOWN, value), judge));
    }

    /** The mail address for people without a name. */
    private static Field<String> name() {
        return DSL.coalesce(DSL.nullif(FULL_NAME, ""), CONTACT.MAIL);
    }
}
