package doppelpass.leads;

import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Contacts for tests about leads, written straight into the neighbour's tables; each is a new person. */
@Component
public class SomeContacts {
    private static final AtomicLong NUMBER = new AtomicLong();

    private final DSLContext db;

    SomeContacts(DSLContext db) {
        this.db = db;
    }

    /** Complete and contactable, at a company of class A. */
    public long complete() {
        return at("A");
    }

    public long at(String fit) {
        long number = NUMBER.incrementAndGet();
        long company = insert(
                "insert into contacts.company (name, fit, country, city, industry, employees, created_at)"
                        + " values ({0}, {1}, 'DE', 'Ravensburg', 'mechanical engineering', 240, now()) returning id",
                "Kern Werk " + number + " GmbH", fit);
        return insert(
                "insert into contacts.contact (company_id, first_name, last_name, mail, phone, job_title, lawful_basis,"
                        + " may_mail, may_call, created_at) values ({0}, 'Julia', {1}, {2}, '+49 751 1', 'Head of purchasing',"
                        + " 'legitimate_interest', 'yes', 'yes', now()) returning id",
                company, "Kern" + number, "julia" + number + "@kunde.test");
    }

    /** Only a name: no company, no address, no lawful basis. */
    public long bare() {
        return insert(
                "insert into contacts.contact (last_name, created_at) values ({0}, now()) returning id",
                "Bare" + NUMBER.incrementAndGet());
    }

    private long insert(String sql, Object... values) {
        var bound = java.util.Arrays.stream(values).map(DSL::val).toArray(org.jooq.QueryPart[]::new);
        return java.util.Objects.requireNonNull(db.fetchOne(sql, bound)).get(0, Long.class);
    }
}
