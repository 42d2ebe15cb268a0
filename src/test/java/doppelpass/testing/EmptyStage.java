package doppelpass.testing;

import doppelpass.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Takes every row out of the database, hundreds of times in a run: by a function that names all tables, over a connection
 * that has planned it before. As the database's owner and past every trigger: the audit is append-only for the product, and a log
 * of changes that is empty itself says that nothing ever happened. Small tables are emptied row by row: that is quicker than
 * new files for all of them.
 */
final class EmptyStage {
    private static final String FUNCTION = """
            do $make$
            declare
              body text;
            begin
              with tables as (
                select format('%I.%I', n.nspname, c.relname) as name
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
                  and n.nspname || '.' || c.relname <> 'audit.watched'
                  and coalesce(obj_description(c.oid, 'pg_class') not like 'transient, structure%', true))
              select string_agg(format('if pg_relation_size(%L) > 1048576 and exists (select from %s) then truncate %s cascade; end if;', name, name, name), E'\\n')
                || string_agg(format('if exists (select from %s) then delete from %s; end if;', name, name), E'\\n')
              into body from tables;
              select body || string_agg(format('perform setval(%L, %s, false);', s.seqrelid::regclass, s.seqstart), E'\\n')
              into body from pg_sequence s where s.seqrelid <> 'kpi.era'::regclass;
              -- figures that are kept in memory are those of another time
              body := body || 'insert into kpi.change (source, from_month, weight) values ('''', date ''0001-01-01'', nextval(''kpi.era'') * 1000000000000);';
              execute 'create or replace function public.clear_the_stage() returns void language plpgsql as $f$ begin ' || body || ' end $f$';
            end $make$
            """;

    private @Nullable Connection connection;

    synchronized void clear(DatabaseAddress owner) {
        try (Statement statement = connection(owner).createStatement()) {
            statement.execute("select public.clear_the_stage()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection(DatabaseAddress owner) throws SQLException {
        Connection known = connection;
        if (known != null && known.isValid(5)) return known;
        Connection fresh = owner.connect();
        try (Statement statement = fresh.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(FUNCTION);
        }
        return connection = fresh;
    }
}
