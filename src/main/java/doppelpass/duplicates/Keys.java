package doppelpass.duplicates;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.language.ColognePhonetic;

/**
 * Under which keys a record stands: only records with a key in common are compared. There are several kinds of keys, so that
 * a slip in one trait leaves the others.
 */
public final class Keys {
    private static final ColognePhonetic SOUND = new ColognePhonetic();
    private static final int TAIL = 7;

    private final List<Trait> traits;

    public Keys(List<Trait> traits) {
        this.traits = traits;
    }

    /** As numbers; two different keys are the same number once in billions. */
    public Set<Long> of(Profile p) {
        Set<String> keys = new HashSet<>();
        List<String> given = all(p, Comparison.GIVEN);
        List<String> family = all(p, Comparison.FAMILY);
        List<String> names = new ArrayList<>(given);
        names.addAll(family);
        alone(p, keys);
        for (String one : given) for (String other : family) keys.add(pair(sound(one), sound(other)));
        for (String postcode : all(p, Comparison.POSTCODE)) {
            for (String name : names) keys.add("p" + postcode + sound(name));
            for (String street : all(p, Comparison.STREET))
                keys.add("s" + postcode + street.replaceAll("[^0-9a-z]", ""));
            for (String name : all(p, Comparison.ORGANISATION)) keys.add("r" + postcode + sound(first(name)));
        }
        for (String date : all(p, Comparison.DATE)) {
            for (String name : names) keys.add("b" + date + name.charAt(0));
            for (String name : names) keys.add("y" + date.substring(0, Math.min(4, date.length())) + sound(name));
            for (String city : all(p, Comparison.CITY)) keys.add("c" + date + city.charAt(0));
        }
        for (String city : all(p, Comparison.CITY)) {
            for (String name : names) keys.add("t" + sound(city) + "/" + sound(name));
        }
        for (String firm : all(p, Comparison.EMPLOYER)) {
            for (String name : names) keys.add("w" + sound(first(firm)) + "/" + sound(name));
        }
        Set<Long> numbers = new HashSet<>();
        keys.forEach(key -> numbers.add(number(key)));
        return numbers;
    }

    /** What is enough by itself. */
    private void alone(Profile p, Set<String> keys) {
        for (String mail : all(p, Comparison.MAIL)) {
            keys.add("m" + mail);
            int at = mail.lastIndexOf('@');
            if (at > 4) keys.add("l" + mail.substring(0, at));
            if (at > 0 && mail.length() > at + 4) keys.add("h" + mail.charAt(0) + mail.substring(at));
        }
        for (String phone : all(p, Comparison.PHONE))
            if (phone.length() >= TAIL) keys.add("f" + phone.substring(phone.length() - TAIL));
        for (String number : all(p, Comparison.IDENTIFIER)) keys.add("i" + number);
        for (String domain : all(p, Comparison.DOMAIN)) keys.add("d" + domain);
        for (String firm : all(p, Comparison.ORGANISATION)) {
            keys.add("o" + sound(firm.replace(" ", "")));
            String[] words = firm.split(" ");
            Arrays.sort(words);
            keys.add("v" + String.join(" ", words));
            if (words.length > 1) keys.add("g" + pair(words[0], words[1]));
        }
    }

    private static String first(String words) {
        int end = words.indexOf(' ');
        return end < 0 ? words : words.substring(0, end);
    }

    /** Alike whichever comes first: names are exchanged. */
    private static String pair(String one, String other) {
        return one.compareTo(other) <= 0 ? "n" + one + "/" + other : "n" + other + "/" + one;
    }

    /** Cologne phonetics; a word without letters sounds like itself. */
    private static String sound(String word) {
        String sound = SOUND.colognePhonetic(word);
        return sound.isEmpty() ? word : sound;
    }

    private static long number(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        long hash = 0xcbf29ce484222325L;
        for (byte one : bytes) hash = (hash ^ one) * 0x100000001b3L;
        return hash ^ hash >>> 29;
    }

    private List<String> all(Profile p, Comparison comparison) {
        List<String> all = new ArrayList<>(2);
        for (int i = 0; i < traits.size(); i++) if (traits.get(i).comparison() == comparison) all.addAll(p.of(i));
        return all;
    }
}
