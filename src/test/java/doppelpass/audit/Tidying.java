package doppelpass.audit;

import doppelpass.work.Job;
import doppelpass.work.Run;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Background work that changes a contact by itself. */
@Component
record Tidying(DSLContext db, TransactionTemplate transaction) implements Job {
    static final String KIND = "audit.tidying";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Run run) {
        transaction.executeWithoutResult(
                t -> db.execute("update contacts.contact set note = 'tidied' where id = " + run.payload()));
    }
}
