package doppelpass.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed after the verb: {@code --name value} options, {@code --flag}s and plain words. */
public record Arguments(Map<String, String> options, List<String> words) {
    private static final Set<String> FLAGS = Set.of("json", "help", "force");

    public static Arguments parse(List<String> typed) {
        Map<String, String> options = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (FLAGS.contains(word.substring(2))) {
                options.put(word.substring(2), "true");
            } else if (word.contains("=")) {
                options.put(word.substring(2, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            } else if (i + 1 < typed.size()) {
                options.put(word.substring(2), typed.get(++i));
            } else {
                throw new Refused("The option " + word + " needs a value after it.");
            }
        }
        return new Arguments(Map.copyOf(options), List.copyOf(words));
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    public String required(String name) {
        return option(name).orElseThrow(() -> new Refused("Missing option --" + name + "."));
    }

    public boolean flag(String name) {
        return options.containsKey(name);
    }

    /** The plain word at this place, counted from 0. */
    public String word(int place, String what) {
        if (place >= words.size()) {
            throw new Refused("Missing " + what + ".");
        }
        return words.get(place);
    }

    /** Refuses options nobody reads, so that a typing error is not silently ignored. */
    public void allowOnly(String... names) {
        Set<String> known = Set.of(names);
        options.keySet().stream().filter(o -> !known.contains(o)).findFirst().ifPresent(unknown -> {
            throw new Refused("Unknown option --" + unknown + ". "
                    + (names.length == 0 ? "There are none here." : "Known: --" + String.join(", --", names) + "."));
        });
    }
}
