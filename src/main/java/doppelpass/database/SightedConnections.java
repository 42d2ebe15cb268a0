package doppelpass.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Hands out connections that see what {@link Sight} says, and takes the sight from them when they come back. */
final class SightedConnections extends DelegatingDataSource {
    private static final Set<String> ASKING = Set.of(
            "prepareStatement",
            "prepareCall",
            "nativeSQL",
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate",
            "addBatch");

    private final ObjectProvider<Sights> plugs;
    private volatile @Nullable List<Sights> known;

    SightedConnections(DataSource target, ObjectProvider<Sights> plugs) {
        super(target);
        this.plugs = plugs;
    }

    Optional<Sight> current() {
        return Sight.named()
                .orElseGet(() -> known().stream()
                        .flatMap(plug -> plug.current().stream())
                        .findFirst());
    }

    /** Looked up once: every connection asks for them. */
    private List<Sights> known() {
        List<Sights> all = known;
        return all != null ? all : (known = plugs.stream().toList());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Optional<Sight> sight = current();
        Connection connection = super.getConnection();
        if (sight.isEmpty()) return connection;
        try {
            look(connection, sight.get());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return returning(connection);
    }

    /**
     * What is asked while everything is seen is asked as it stands. The name of the role behind it keeps prepared statements of
     * one role apart from those of another: PostgreSQL plans a statement anew whenever another role than before executes it.
     */
    private String led(String sql) {
        return current()
                .map(sight -> sight.veil().over(sql) + "\n/* " + sight.role() + " */")
                .orElse(sql);
    }

    /** One statement; a role the database does not have is an error: nobody sees more because something is missing. */
    static void look(Connection connection, Sight sight) throws SQLException {
        String settings = ", set_config(?, ?, false)".repeat(sight.settings().size());
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('role', ?, false)" + settings)) {
            int place = 1;
            statement.setString(place++, sight.role());
            for (Map.Entry<String, String> setting : sight.settings().entrySet()) {
                statement.setString(place++, setting.getKey());
                statement.setString(place++, setting.getValue());
            }
            statement.execute();
        }
    }

    static void seeAll(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("reset role")) {
            statement.execute();
        }
    }

    private Connection returning(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                SightedConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        giveBack(connection);
                        return null;
                    }
                    Object answer = call(connection, method, led(method, arguments));
                    return answer instanceof Statement statement
                                    && method.getName().equals("createStatement")
                            ? leading(statement)
                            : answer;
                });
    }

    private Statement leading(Statement statement) {
        return (Statement) Proxy.newProxyInstance(
                SightedConnections.class.getClassLoader(),
                new Class<?>[] {Statement.class},
                (proxy, method, arguments) -> call(statement, method, led(method, arguments)));
    }

    /** Whatever takes SQL takes it first. */
    private Object @Nullable [] led(Method method, Object @Nullable [] arguments) {
        if (arguments == null || arguments.length == 0 || !ASKING.contains(method.getName())) return arguments;
        if (!(arguments[0] instanceof String sql)) return arguments;
        Object[] others = arguments.clone();
        others[0] = led(sql);
        return others;
    }

    /** A connection that cannot forget is not used again; a transaction left open would undo the forgetting. */
    private static void giveBack(Connection connection) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            seeAll(connection);
        } catch (SQLException e) {
            connection.abort(Runnable::run);
        }
        connection.close();
    }

    private static Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
