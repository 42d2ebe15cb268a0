package doppelpass.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains types that do not go together, the common mistakes by name. */
record Mismatch(Place place, Subjects subjects) {

    Problem problem(String function, String applied, int offset) {
        List<String> operands = operands(applied);
        String symbol = function.replace("_", "").replace("@", "");
        return Usage.problem(place, function, offset).orElseGet(() -> known(symbol, operands, offset));
    }

    /** The checker's name of a type in words. */
    Word type(String name) {
        Optional<Subject> subject = SubjectTypes.named(name, subjects);
        if (subject.isPresent()) return subject.get().label();
        if (name.startsWith("list(")) return Word.of("rules.type.list", type(name.substring(5, name.length() - 1)));
        return switch (name) {
            case "string", "int", "double", "bool", "date" -> Word.of("rules.type." + name);
            case "google.protobuf.Timestamp" -> Word.of("rules.type.timestamp");
            case "google.protobuf.Duration" -> Word.of("rules.type.duration");
            default -> Word.of("rules.type.other");
        };
    }

    private Problem known(String symbol, List<String> operands, int offset) {
        String first = operands.getFirst();
        String last = operands.getLast();
        boolean time = operands.contains("google.protobuf.Timestamp");
        if (operands.contains("null")) return place.problem(offset, null, "rules.null_comparison");
        if (operands.contains("date") && time) return place.problem(offset, null, "rules.day_and_time");
        if (operands.contains("string") && (time || operands.contains("date")))
            return place.problem(offset, null, "rules.time_as_text");
        if (symbol.equals("in") && last.equals("string")) return place.problem(offset, null, "rules.in_text");
        if (first.equals("bool") && List.of("<", "<=", ">", ">=").contains(symbol))
            return place.problem(offset, null, "rules.chained");
        return general(symbol, operands, offset);
    }

    private Problem general(String symbol, List<String> operands, int offset) {
        Word first = type(operands.getFirst());
        Word last = type(operands.getLast());
        if (!symbol.equals("?:") && operands.size() == 1)
            return place.problem(offset, null, "rules.mismatch_one", symbol, first);
        if (symbol.equals("?:") && place.startsAt(offset, "?"))
            return place.problem(offset, null, "rules.branches", type(operands.get(1)), last);
        if (symbol.equals("?:")) return place.problem(offset, null, "rules.macro_condition", first);
        if (!place.startsAt(offset, symbol)) return place.problem(offset, null, "rules.macro_condition", last);
        return place.problem(offset, null, "rules.mismatch", symbol, first, last);
    }

    /** The operand types of {@code (string, list(int))}, or of a call on its target: {@code string.(int)}. */
    private static List<String> operands(String applied) {
        int open = applied.startsWith("(") ? 0 : applied.indexOf(".(") + 1;
        List<String> operands = new ArrayList<>();
        if (open > 1) operands.add(applied.substring(0, open - 1));
        int depth = 0;
        int start = open + 1;
        for (int i = open + 1; i < applied.length(); i++) {
            char c = applied.charAt(i);
            if ((c == ',' || c == ')') && depth == 0) {
                if (i > start) operands.add(applied.substring(start, i).strip());
                start = i + 1;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return operands;
    }
}
