package doppelpass.audit.views;

import doppelpass.web.Messages;
import doppelpass.web.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One changed column, in the reader's words and formats. A missing side has an empty node. */
public record Field(String table, String name, JsonNode before, JsonNode after, Names names) {

    public String label() {
        String base = name.replaceFirst("_(id|minor)$", "");
        String label = Stream.of("audit.field." + table + "." + name, table + "." + name, table + "." + base)
                .filter(Messages::has)
                .findFirst()
                .or(() -> Stream.of("audit.field." + name, "audit.field." + base)
                        .filter(Messages::has)
                        .findFirst())
                .map(Words::t)
                .orElse(base.replace('_', ' '));
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    public String old() {
        return said(before);
    }

    public String fresh() {
        return said(after);
    }

    private String said(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) return Words.NONE;
        if (value.isBoolean()) return Words.t(value.asBoolean() ? "web.yes" : "web.no");
        if (value.isIntegralNumber()) return number(value.asLong());
        if (value.isNumber()) return value.asString();
        return value.isString() ? text(value.asString()) : value.toString();
    }

    private String number(long value) {
        if (name.endsWith("_minor")) return Words.money(value);
        return name.endsWith("_id") || name.endsWith("_by")
                ? names.of(name, value).orElse("#" + value)
                : Words.number(value);
    }

    private String text(String value) {
        if (value.isEmpty()) return Words.NONE;
        try {
            if (value.matches("\\d{4}-\\d\\d-\\d\\dT\\S+")) {
                return Words.dateTime(OffsetDateTime.parse(value).toInstant());
            }
            if (value.matches("\\d{4}-\\d\\d-\\d\\d")) return Words.date(LocalDate.parse(value));
        } catch (DateTimeException odd) {
            return value;
        }
        return value.matches("[A-Za-z_]+") ? choice(value) : value;
    }

    /** Codes that a module has a word for. */
    private String choice(String code) {
        String module = table.substring(0, table.indexOf('.'));
        String last = name.substring(name.lastIndexOf('_') + 1);
        return Stream.of(
                        table + "." + name + "." + code,
                        module + "." + name + "." + code,
                        module + "." + last + "." + code,
                        "audit.value." + name + "." + code,
                        "identity." + last + "." + code)
                .filter(Messages::has)
                .findFirst()
                .map(Words::t)
                .orElse(code);
    }
}
