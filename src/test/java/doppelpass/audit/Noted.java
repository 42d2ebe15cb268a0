package doppelpass.audit;

import doppelpass.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What tests read of the audit, and what only the database's superuser could do to it. */
@Component
class Noted {
    private final DSLContext db;
    private final DatabaseAddress owner;

    Noted(DSLContext db, DatabaseAddress owner) {
        this.db = db;
        this.owner = owner;
    }

    /** An entry on one line: action, origin, person, cause, before, after. */
    List<String> of(String tab, long record) {
        return db.fetch("""
                select concat_ws(' ', action, origin, coalesce(actor_id::text, '-'), coalesce(cause, '-'),
                                 coalesce(before::text, '-'), coalesce(after::text, '-'))
                from audit.entry where tab = ? and record_id = ? order by id""", tab, record).into(String.class);
    }

    long count(String where) {
        return db.fetchSingle("select count(*) from audit.entry where " + where).get(0, Long.class);
    }

    /** As the superuser, with every trigger silent. */
    void tamper(String sql) {
        asSuperuser("set session_replication_role = replica; " + sql);
    }

    void asSuperuser(String sql) {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
