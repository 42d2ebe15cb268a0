package doppelpass.kpi;

import doppelpass.kpi.Formula.Calculation;
import doppelpass.kpi.Formula.Constant;
import doppelpass.kpi.Formula.Conversion;
import doppelpass.kpi.Formula.Elapsed;
import doppelpass.kpi.Formula.Facts;
import doppelpass.kpi.Formula.Fold;
import doppelpass.kpi.Formula.How;
import doppelpass.kpi.Formula.Lagged;
import doppelpass.kpi.Formula.Operator;
import doppelpass.kpi.Formula.Reference;
import doppelpass.kpi.Formula.Stock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads formulas from JSON: {@code {"count": "deals.events", "where": {"kind": ["won"]}}},
 * {@code {"sum": …, "value": "amount"}}, {@code {"share": [hits, all]}}, {@code {"minus": [{"kpi": "K03"}, …]}}, {@code {"apart": [one, other]}},
 * {@code {"convert": {"from": …, "to": …, "by": "lead", "days": 90}}}, {@code {"stock": …, "of": "lead", "states": […]}}.
 * Unknown names are refused, so a typing error never becomes a wrong figure.
 */
final class FormulaText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FormulaText() {}

    static Formula parse(String json) {
        try {
            return formula(JSON.readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not JSON: " + json, e);
        }
    }

    private static Formula formula(JsonNode node) {
        if (node.has("kpi")) return new Reference(text(node, "kpi", "kpi"));
        if (node.has("number")) return new Constant(node.get("number").decimalValue());
        if (node.has("lagged")) return new Lagged(formula(node.get("lagged")), text(node, "by", "lagged"));
        if (node.has("convert")) return conversion(node.get("convert"));
        if (node.has("stock")) return stock(node);
        for (Operator operator : Operator.values()) {
            JsonNode terms = node.get(operator.name().toLowerCase(Locale.ROOT));
            if (terms != null) return calculation(operator, terms);
        }
        for (How how : How.values()) {
            String name = how.name().toLowerCase(Locale.ROOT);
            if (node.has(name)) return fold(how, name, node);
        }
        throw new IllegalArgumentException("Not a formula: " + node);
    }

    private static Formula fold(How how, String name, JsonNode node) {
        allowOnly(node, name, "where", "first", "value", "span");
        Facts facts = facts(node, name);
        if (node.has("span")) return new Elapsed(how, facts, text(node, "span", name));
        String value = node.has("value") ? text(node, "value", name) : null;
        if ((how == How.COUNT) != (value == null)) {
            throw new IllegalArgumentException("A count has no value, everything else has one: " + node);
        }
        return new Fold(how, facts, value);
    }

    private static Facts facts(JsonNode node, String name) {
        @Nullable String first = node.has("first") ? text(node, "first", name) : null;
        return new Facts(text(node, name, name), first, where(node.get("where")));
    }

    private static Formula conversion(JsonNode node) {
        allowOnly(node, "from", "to", "by", "days");
        Integer days = node.has("days") ? Integer.valueOf(node.get("days").intValue()) : null;
        return new Conversion(
                facts(node.required("from"), "count"),
                facts(node.required("to"), "count"),
                text(node, "by", "convert"),
                days);
    }

    private static Formula stock(JsonNode node) {
        allowOnly(node, "stock", "of", "states", "idle");
        Integer idle = node.has("idle") ? Integer.valueOf(node.get("idle").intValue()) : null;
        return new Stock(text(node, "stock", "stock"), text(node, "of", "stock"), texts(node.required("states")), idle);
    }

    private static Formula calculation(Operator operator, JsonNode terms) {
        List<Formula> parts = new ArrayList<>();
        terms.forEach(term -> parts.add(formula(term)));
        boolean two = operator == Operator.DIVIDE || operator == Operator.SHARE || operator == Operator.APART;
        if (parts.isEmpty() || two && parts.size() != 2) {
            throw new IllegalArgumentException(operator + " takes " + (two ? "two terms" : "terms") + ": " + terms);
        }
        return new Calculation(operator, List.copyOf(parts));
    }

    private static Map<String, List<String>> where(@Nullable JsonNode node) {
        Map<String, List<String>> where = new LinkedHashMap<>();
        if (node != null) node.properties().forEach(entry -> where.put(entry.getKey(), texts(entry.getValue())));
        return java.util.Collections.unmodifiableMap(where);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.stringValue()));
        return List.copyOf(texts);
    }

    private static String text(JsonNode node, String name, String of) {
        JsonNode value = node.get(name);
        if (value == null || !value.isString()) {
            throw new IllegalArgumentException("\"" + of + "\" needs a text \"" + name + "\": " + node);
        }
        return value.stringValue();
    }

    private static void allowOnly(JsonNode node, String... names) {
        List<String> known = List.of(names);
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("Unknown \"" + unknown + "\" in " + node);
                });
    }
}
