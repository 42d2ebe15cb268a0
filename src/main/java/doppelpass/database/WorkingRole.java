package doppelpass.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The role the product works as in its embedded PostgreSQL. It owns the tables of the modules, as {@code afterMigrate.sql}
 * hands them over, but is no superuser: what it has no right to, such as altering the audit, it cannot do.
 */
final class WorkingRole {
    static final String NAME = "doppelpass_app";

    private WorkingRole() {}

    static void prepare(DatabaseAddress owner, String password) {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                      if to_regrole('%1$s') is null then
                        create role %1$s login in role pg_checkpoint password '%2$s';
                      end if;
                    end $$""".formatted(NAME, password.replace("'", "''")));
            statement.execute("grant create, temporary on database doppelpass to " + NAME);
        } catch (SQLException e) {
            throw new DatabaseRefused("The database's working role cannot be prepared: " + e.getMessage());
        }
    }
}
