package doppelpass.api;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of operation on every kind of record answers as the document says: status, headers and body. */
@DoppelpassTest
class ApiAnswersTest {
    private static final String JSON = "{\"%s\": \"%s\"%s}";
    /** List, its first text field, and what a new record needs besides. */
    private static final List<List<String>> KINDS = List.of(
            List.of("contacts", "last_name", ""),
            List.of("companies", "name", ""),
            List.of("campaigns", "name", ""),
            List.of("leads", "source", ", \"contact\": 1"),
            List.of("deals", "name", ""),
            List.of("tasks", "title", ""),
            List.of("activities", "note", ", \"contact\": 1, \"kind\": \"call\""));

    private final Programs programs;
    private final Cast cast;
    private final List<String> wrong = new ArrayList<>();
    private final Set<Integer> seen = new TreeSet<>();
    private Document document = new Document("{}");

    ApiAnswersTest(Programs programs, Cast cast) {
        this.programs = programs;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @Test
    void everyOperationAnswersAsTheDocumentSays() {
        Program lena = programs.of("lena");
        Program mara = programs.of("mara");
        for (List<String> kind : KINDS) {
            Program program = kind.getFirst().equals("deals") ? lena : mara;
            document = new Document(program.get("/openapi.json").body());
            String list = "/" + kind.get(0);
            String fresh = JSON.formatted(kind.get(1), "Huber", kind.get(2));
            String change = JSON.formatted(kind.get(1), "Maier", "");
            collection(program, list, fresh);
            one(program, list, fresh, change);
            otherNames(program, list, fresh);
        }
        document = new Document(mara.get("/openapi.json").body());
        judge("/contacts/{id}", "delete", mara.send("DELETE", "/contacts/1", ""));
        judge("/events", "get", lena.get("/events"));
        judge("/events", "get", lena.get("/events?limit=x"));
        document = new Document(lena.get("/openapi.json").body());
        exhausted(programs.with("lena", List.of("deals:read")));
        assertThat(wrong).isEmpty();
        assertThat(seen).contains(200, 201, 204, 207, 304, 400, 401, 403, 404, 409, 412, 413, 415, 422, 429);
    }

    private void collection(Program program, String list, String fresh) {
        judge(list, "get", program.get(list + "?count=exact"));
        judge(list, "get", program.get(list + "?filter=x("));
        judge(list, "get", programs.nobody().get(list));
        judge(list, "get", programs.with("lena", other(list)).get(list));
        judge(list, "post", programs.with("lena", other(list)).send("POST", list, fresh));
        judge(list, "post", program.send("POST", list, fresh, "Idempotency-Key", list + "1"));
        judge(list, "post", program.send("POST", list, fresh, "Idempotency-Key", list + "1"));
        judge(list, "post", program.send("POST", list, "{\"bad\": 1}", "Idempotency-Key", list + "1"));
        judge(list, "post", program.send("POST", list, "{\"bad\": 1}"));
        judge(list, "post", program.send("POST", list, "{"));
        judge(list, "post", program.send("POST", list, fresh, "Content-Type", "text/plain"));
        judge(list, "post", program.send("POST", list, JSON.formatted("x", "x".repeat(2_000_000), "")));
        judge(
                list + "/batch",
                "post",
                program.send("POST", list + "/batch", "[{\"values\": " + fresh + "}, {\"op\": \"x\"}]"));
        judge(list + "/batch", "post", program.send("POST", list + "/batch", "{}"));
    }

    private static List<String> other(String list) {
        return List.of(list.equals("/contacts") ? "deals:read" : "contacts:read");
    }

    private void one(Program program, String list, String fresh, String change) {
        String path = list + "/{id}";
        program.send("POST", list, fresh); // but a contact has one lead at a time
        String id = program.get(list + "?limit=1").at("/data/0/id");
        assertThat(id).as(list).isNotEmpty();
        String made = list + "/" + id;
        Program.Answer read = program.get(made);
        judge(path, "get", read);
        judge(path, "get", program.get(made, "If-None-Match", read.header("ETag")));
        judge(path, "get", program.get(made + "?fields=nonsense"));
        judge(path, "get", program.get(list + "/987654"));
        if (declares(path, "patch")) {
            judge(path, "patch", program.send("PATCH", made, change, "If-Match", read.header("ETag")));
            judge(path, "patch", program.send("PATCH", made, change, "If-Match", "\"old\""));
            judge(path, "patch", program.send("PATCH", made, "{\"bad\": 1}"));
            judge(path, "patch", program.send("PATCH", list + "/987654", change));
        }
        if (declares(path, "delete")) {
            judge(path, "delete", program.send("DELETE", made, "", "If-Match", "\"old\""));
            judge(path, "delete", program.send("DELETE", made, ""));
            judge(path, "delete", program.send("DELETE", made, ""));
        }
    }

    private void otherNames(Program program, String list, String fresh) {
        for (Map.Entry<String, String> name : Map.of(
                        "/by-source/{system}/{key}", "/by-source/shop/7", "/by-email/{mail}", "/by-email/anna@a.test")
                .entrySet()) {
            String path = list + name.getKey();
            if (!declares(path, "put")) continue;
            judge(path, "put", program.send("PUT", list + name.getValue(), fresh, "If-Match", "*"));
            Program.Answer made = program.send("PUT", list + name.getValue(), fresh);
            judge(path, "put", made);
            if (declares(list + "/{id}", "patch"))
                judge(path, "put", program.send("PUT", list + name.getValue(), "{}"));
            judge(path, "put", program.send("PUT", list + name.getValue(), "{\"bad\": 1}"));
            judge(path, "put", programs.nobody().send("PUT", list + name.getValue(), fresh));
        }
    }

    private void exhausted(Program program) {
        for (int i = 0; i < 2_000 && !seen.contains(429); i++) judge("/deals", "get", program.get("/deals?limit=1"));
    }

    private boolean declares(String path, String method) {
        return document.declares(path, method);
    }

    private void judge(String path, String method, Program.Answer answer) {
        seen.add(answer.status());
        document.differences(path, method, answer)
                .forEach(difference -> wrong.add(method + " " + path + " " + answer.status() + ": " + difference));
    }
}
