package doppelpass.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Tells the database at the begin of each writing transaction who acts: settings that end with the transaction. */
@Component
class ActorNote implements TransactionExecutionListener {
    private static final Logger LOG = LoggerFactory.getLogger(ActorNote.class);
    private static final String NOTE = "select set_config('doppelpass.actor', ?, true),"
            + " set_config('doppelpass.origin', ?, true), set_config('doppelpass.cause', ?, true)";

    private final DataSource database;
    private final ObjectProvider<Actors> plugs;

    ActorNote(DataSource database, ObjectProvider<Actors> plugs) {
        this.database = database;
        this.plugs = plugs;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && !transaction.isReadOnly()) {
            actor().ifPresent(this::note);
        }
    }

    private Optional<Actor> actor() {
        return Actor.named()
                .or(() ->
                        plugs.stream().flatMap(plug -> plug.current().stream()).findFirst());
    }

    private void note(Actor actor) {
        var connection = DataSourceUtils.getConnection(database);
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            statement.setString(1, Objects.toString(actor.personId(), ""));
            statement.setString(2, actor.origin().code());
            statement.setString(3, Objects.toString(actor.cause(), ""));
            statement.execute();
        } catch (SQLException e) {
            // PostgreSQL refuses whatever follows in this transaction: nothing is written without its actor
            LOG.warn("The actor of a transaction was not noted: {}", e.getMessage());
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
