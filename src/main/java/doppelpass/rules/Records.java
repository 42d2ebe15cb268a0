package doppelpass.rules;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads records given as maps: field name to value, single relation to a map or null, many relation to a collection of
 * maps. Whole numbers become {@code Long}, decimals {@code BigDecimal}, times {@code Instant} in microseconds.
 */
final class Records {
    private Records() {}

    static @Nullable Object value(@Nullable Map<?, ?> values, SubjectField field) {
        Object value = values == null ? null : values.get(field.name());
        if (value == null) return null;
        return switch (field.type()) {
            case INT -> whole(value);
            case DECIMAL -> decimal(value);
            case TIMESTAMP -> instant(value).truncatedTo(ChronoUnit.MICROS);
            case STRING -> value.toString();
            case DATE -> (LocalDate) value;
            case BOOL -> (Boolean) value;
            case LIST_OF_STRING -> list(value);
        };
    }

    static @Nullable Map<?, ?> related(@Nullable Map<?, ?> values, String relation) {
        return values == null ? null : (Map<?, ?>) values.get(relation);
    }

    static List<?> list(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Object[] array -> Arrays.asList(array);
            case List<?> list -> list;
            case Collection<?> collection -> List.copyOf(collection);
            default -> throw new IllegalArgumentException("Not a list: " + value.getClass());
        };
    }

    private static Object whole(Object value) {
        return value instanceof Number number && !(value instanceof BigDecimal) ? number.longValue() : value;
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
    }

    private static Instant instant(Object value) {
        return switch (value) {
            case Instant instant -> instant;
            case OffsetDateTime time -> time.toInstant();
            case Timestamp stamp -> stamp.toInstant();
            default -> throw new IllegalArgumentException("Not a time: " + value.getClass());
        };
    }
}
