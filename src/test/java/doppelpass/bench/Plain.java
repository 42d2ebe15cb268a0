package doppelpass.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** SQL as one writes it by hand, over the connections the product uses too. */
record Plain(DataSource pool) {

    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T with(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        with(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** Every column of every row, as a mapper would read them. */
    List<List<Object>> rows(String sql, Object... values) {
        return with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
                return read(statement.executeQuery());
            }
        });
    }

    private static List<List<Object>> read(ResultSet result) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        int width = result.getMetaData().getColumnCount();
        while (result.next()) {
            List<Object> row = new ArrayList<>(width);
            for (int i = 1; i <= width; i++) row.add(result.getObject(i));
            rows.add(row);
        }
        return rows;
    }

    String text(String sql, Object... values) {
        return String.valueOf(rows(sql, values).getFirst().getFirst());
    }
}
