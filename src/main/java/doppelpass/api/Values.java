package doppelpass.api;

import doppelpass.lists.Cell;
import doppelpass.lists.ListRow;
import doppelpass.lists.plug.Kind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as JSON: the same whatever language anybody reads. */
record Values(Currency currency) {

    /** A record with its id and these fields. */
    Map<String, @Nullable Object> record(ListRow row, List<ApiField> fields) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("id", row.id());
        for (int i = 0; i < fields.size(); i++) {
            record.put(fields.get(i).name(), value(fields.get(i), row.cells().get(i)));
        }
        return record;
    }

    /** The version of a record: another text stands for another record, whoever changed what of it. */
    static String etag(Map<String, @Nullable Object> whole) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(Json.text(whole).getBytes(StandardCharsets.UTF_8));
            return "\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object value(ApiField field, Cell cell) {
        Object first = cell.values().getFirst();
        if (field.kind() == Kind.TEXTS) return first instanceof String[] names ? List.of(names) : List.of();
        if (field.kind() == Kind.LINK) return link(field, cell);
        if (field.kind() == Kind.TEXT) return text(cell);
        if (first == null) return null;
        return switch (field.kind()) {
            case NUMBER -> first instanceof BigDecimal exact ? plain(exact) : first;
            case MONEY -> money((Number) first);
            case MOMENT -> ((Instant) first).toString();
            case FLAG -> first;
            default -> first.toString();
        };
    }

    private static @Nullable String text(Cell cell) {
        String text = cell.shape() instanceof doppelpass.lists.plug.Shape.Tag tag
                ? tag.text().apply(cell.values())
                : cell.text(0);
        return text.isEmpty() ? null : text;
    }

    /** Where links of one field lead to several lists, each says to which. */
    private static @Nullable Object link(ApiField field, Cell cell) {
        String key = cell.text(1);
        if (key.isEmpty()) return null;
        Map<String, Object> link = new LinkedHashMap<>();
        String[] path = key.split("/");
        if (field.target() == null && path.length == 3) link.put("list", path[1]);
        link.put("id", Long.valueOf(path[path.length - 1]));
        link.put("name", cell.text(0));
        return link;
    }

    Map<String, Object> money(Number minor) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        Map<String, Object> money = new LinkedHashMap<>();
        money.put("amount", BigDecimal.valueOf(minor.longValue(), digits).toPlainString());
        money.put("currency", currency.getCurrencyCode());
        return money;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
