package doppelpass.api;

import doppelpass.web.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A no to a program, told as RFC 9457 wants it; words come last, in the language asked for. */
final class Problem extends RuntimeException {
    private final int status;
    private final String type;
    private transient @Nullable Said detail;
    private final transient List<Fault> faults = new ArrayList<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /** A message with what it is about. */
    record Said(String key, List<Object> arguments) {
        static Said of(String key, Object... arguments) {
            return new Said(key, List.of(arguments));
        }

        String in(Locale locale) {
            return Messages.text(locale, key, arguments.toArray());
        }
    }

    /** What is wrong with one field and what would be right; a place where it can be told. */
    record Fault(String field, Said message, @Nullable Said remedy, Map<String, Integer> at) {
        static Fault of(String field, Said message, @Nullable Said remedy) {
            return new Fault(field, message, remedy, Map.of());
        }
    }

    private Problem(int status, String type) {
        super(type);
        this.status = status;
        this.type = type;
    }

    /** {@code type} names the kind of problem: its title is the message {@code api.problem.TYPE}. */
    static Problem of(int status, String type) {
        return new Problem(status, type);
    }

    Problem said(String key, Object... arguments) {
        detail = Said.of(key, arguments);
        return this;
    }

    Problem with(Fault fault) {
        faults.add(fault);
        return this;
    }

    Problem with(List<Fault> more) {
        faults.addAll(more);
        return this;
    }

    Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, Object> body(Locale locale) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/api#" + type);
        body.put("title", Messages.text(locale, "api.problem." + type));
        body.put("status", status);
        Said said = detail;
        if (said != null) body.put("detail", said.in(locale));
        if (!faults.isEmpty())
            body.put("errors", faults.stream().map(f -> told(f, locale)).toList());
        return body;
    }

    private static Map<String, Object> told(Fault fault, Locale locale) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("field", fault.field());
        told.put("message", fault.message().in(locale));
        Said remedy = fault.remedy();
        if (remedy != null) told.put("remedy", remedy.in(locale));
        told.putAll(fault.at());
        return told;
    }
}
