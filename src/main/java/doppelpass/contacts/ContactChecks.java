package doppelpass.contacts;

import static doppelpassdb.contacts.Tables.CONTACT;

import doppelpass.core.TeamFunction;
import doppelpass.quality.Check;
import doppelpass.quality.Checks;
import doppelpass.quality.Offending;
import doppelpass.quality.Severity;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What data care looks for among contacts. */
@Component
class ContactChecks implements Checks {
    private static final Field<String> FULL_NAME =
            DSL.trim(DSL.concat(CONTACT.FIRST_NAME, DSL.inline(" "), CONTACT.LAST_NAME));

    @Override
    public List<Check> checks() {
        return List.of(
                check("unreachable", Severity.HIGH, TeamFunction.MARKETING, unreachable()),
                check("noCompany", Severity.MEDIUM, TeamFunction.SALES, CONTACT.COMPANY_ID.isNull()));
    }

    private static Condition unreachable() {
        return CONTACT.MAIL.isNull().and(CONTACT.PHONE.isNull()).and(CONTACT.MOBILE.isNull());
    }

    private static Check check(String name, Severity severity, TeamFunction owner, Condition wrong) {
        List<Field<?>> facts = List.of(DSL.coalesce(CONTACT.COMPANY_TEXT, DSL.inline("–")), CONTACT.CREATED_AT);
        return new Check(
                "contacts." + name,
                severity,
                owner,
                "/contacts/",
                moment -> new Offending(CONTACT, DSL.trueCondition(), wrong, CONTACT.ID, name(), facts));
    }

    /** The mail address for people without a name. */
    private static Field<String> name() {
        return DSL.coalesce(DSL.nullif(FULL_NAME, ""), CONTACT.MAIL);
    }
}
