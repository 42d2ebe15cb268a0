package doppelpass.api;

import doppelpass.lists.plug.Entry;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.Kind;
import doppelpass.testing.Program;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends markup in every field of every kind of record that programs may write, to the first record and to new ones. */
@Component
public class ApiCanaries {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Map<String, Object>> NEW = Map.of(
            "contacts", Map.of("last_name", "Api"),
            "companies", Map.of("name", "Api"),
            "leads", Map.of("contact", 1, "source", "Api"),
            "deals", Map.of("name", "Api"),
            "campaigns", Map.of("name", "Api"),
            "tasks", Map.of("title", "Api"),
            "activities", Map.of("kind", "call", "contact", 1));

    private final Programs programs;
    private final List<Entry> entries;

    private final Set<String> refused = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();
    private int number;

    ApiCanaries(Programs programs, List<Entry> entries) {
        this.programs = programs;
        this.entries = entries;
    }

    public void send(String markup) {
        Program lena = programs.of("lena");
        for (Entry entry : entries) {
            Map<String, Object> fresh = NEW.getOrDefault(entry.list(), Map.of());
            String path = "/" + entry.list();
            Program.Answer made = lena.send("POST", path, JSON.writeValueAsString(fresh));
            String record = path + "/" + (made.status() < 300 ? made.at("/id") : "1");
            for (EntryField field : entry.fields()) {
                String text = markup + "api" + ++number;
                Map<String, Object> body = new HashMap<>(field.once() ? fresh : Map.of());
                body.put(field.name(), field.kind() == Kind.TEXTS ? List.of(text) : text);
                Program.Answer answer = lena.send(
                        field.once() ? "POST" : "PATCH", field.once() ? path : record, JSON.writeValueAsString(body));
                boolean free = field.kind() == Kind.TEXT || field.kind() == Kind.TEXTS;
                judge(entry.list() + "." + field.name(), answer);
                if (free == answer.status() >= 400)
                    refused.add(entry.list() + "." + field.name() + (free ? "" : " taken"));
            }
            String typed = URLEncoder.encode(markup, StandardCharsets.UTF_8).replace("+", "%20");
            judge(path, lena.send("PUT", path + "/by-source/" + typed + "/" + typed, JSON.writeValueAsString(fresh)));
        }
    }

    private void judge(String what, Program.Answer answer) {
        String type = answer.header("content-type");
        boolean plain = answer.body().isEmpty() || type.contains("json");
        if (answer.status() >= 500 || !plain) wrong.add(answer.status() + " " + type + " " + what);
    }

    /** Texts that were not taken with markup in them, and other values that were. */
    public Set<String> refused() {
        return refused;
    }

    public List<String> wrong() {
        return wrong;
    }
}
