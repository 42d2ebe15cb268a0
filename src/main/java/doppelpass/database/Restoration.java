package doppelpass.database;

import doppelpass.console.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Loads a checked archive in the connection's transaction. Foreign keys are taken off and put back at the end, as
 * pg_restore does: then neither the order of tables nor circles matter, each key is checked once over the whole table,
 * and no right of a superuser is needed, as switching all triggers off would; those that a comment calls silent are.
 */
final class Restoration {
    private final Connection connection;
    private final DSLContext db;
    private final Catalogue catalogue;

    Restoration(Connection connection) {
        this.connection = connection;
        this.db = DSL.using(connection, SQLDialect.POSTGRES);
        this.catalogue = new Catalogue(db);
    }

    void load(ArchiveReader archive) throws SQLException, IOException {
        Manifest manifest = archive.manifest();
        demandSameSchema(manifest);
        List<Catalogue.Table> tables = catalogue.tables();
        lock(tables);
        demandEmpty(tables);
        List<Catalogue.ForeignKey> keys = catalogue.foreignKeys();
        List<Catalogue.Trigger> silent = catalogue.silentTriggers();
        keys.forEach(key -> db.execute("alter table " + key.table() + " drop constraint " + key.name()));
        silent.forEach(trigger -> db.execute("alter table " + trigger.table() + " disable trigger " + trigger.name()));
        for (Manifest.Table table : manifest.tables()) {
            load(table, archive);
        }
        keys.forEach(key ->
                db.execute("alter table " + key.table() + " add constraint " + key.name() + " " + key.definition()));
        silent.forEach(trigger -> db.execute("alter table " + trigger.table() + " enable trigger " + trigger.name()));
        manifest.sequences().forEach(s -> db.execute("alter sequence " + s.name() + " restart with " + s.next()));
    }

    private void demandSameSchema(Manifest manifest) {
        TreeSet<String> onlyThere = new TreeSet<>(manifest.migrations());
        onlyThere.removeAll(catalogue.migrations());
        TreeSet<String> onlyHere = new TreeSet<>(catalogue.migrations());
        onlyHere.removeAll(manifest.migrations());
        if (!onlyThere.isEmpty() || !onlyHere.isEmpty()) {
            throw new Refused("The archive was made by Doppelpass " + manifest.product() + ", "
                    + (onlyThere.isEmpty() ? "an older" : "another") + " version than this one. Nothing was changed."
                    + " Restore it with the version that made it; a newer one then brings that database up to date.");
        }
    }

    private void lock(List<Catalogue.Table> tables) {
        db.execute("set local lock_timeout = '10s'");
        db.execute("lock table " + tables.stream().map(Catalogue.Table::name).collect(Collectors.joining(", "))
                + " in access exclusive mode");
    }

    private void demandEmpty(List<Catalogue.Table> tables) {
        List<String> filled = tables.stream()
                .filter(t -> !t.housekeeping())
                .filter(catalogue::holdsRows)
                .map(Catalogue.Table::name)
                .toList();
        if (!filled.isEmpty()) {
            throw new Refused("This database is not empty (" + filled.size() + " tables hold rows, for example "
                    + filled.getFirst() + "). Nothing was changed. Restore into a new folder (DOPPELPASS_HOME) or a new"
                    + " database (DOPPELPASS_DATABASE_URL).");
        }
    }

    private void load(Manifest.Table table, ArchiveReader archive) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        db.execute("delete from " + table.name());
        long loaded;
        try (InputStream rows = archive.rows(table)) {
            loaded = copy.copyIn(table.copy() + " from stdin", rows, 65_536);
        }
        if (loaded != table.rows()) {
            throw new Refused("The table " + table.name() + " holds " + loaded + " rows after loading instead of "
                    + table.rows() + ". Nothing was changed.");
        }
    }
}
