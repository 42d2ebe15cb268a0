package doppelpass.api;

import java.util.List;

/** A command one can copy; {@code key} ends the message that says what it does. */
public record Example(String key, String command) {
    private static final String TOKEN = " -H \"Authorization: Bearer $DOPPELPASS_TOKEN\"";
    private static final String JSON = " -H \"Content-Type: application/json\"";

    /** Lines it takes to be seen whole on a desk. */
    public int rows() {
        return Math.max(2, command.length() / 100 + 1);
    }

    static List<Example> all(String url) {
        return List.of(
                new Example("overview", "curl " + url + TOKEN),
                new Example(
                        "list",
                        "curl -G " + url + "/deals" + TOKEN
                                + " --data-urlencode 'filter=deal.amount > 10000.0 && deal.state == \"open\"'"
                                + " -d sort=-amount -d fields=name,amount,company -d limit=20 -d count=estimate"),
                new Example("show", "curl -i " + url + "/contacts/1" + TOKEN),
                new Example(
                        "create",
                        "curl " + url + "/contacts" + TOKEN + JSON + " -H \"Idempotency-Key: $(uuidgen)\""
                                + " -d '{\"first_name\": \"Anna\", \"last_name\": \"Huber\", \"mail\": \"anna@huber.example\"}'"),
                new Example(
                        "change",
                        "curl -X PATCH " + url + "/contacts/1" + TOKEN + JSON + " -H \"If-Match: $ETAG\""
                                + " -d '{\"job_title\": \"Head of Purchasing\", \"note\": null}'"),
                new Example(
                        "upsert",
                        "curl -X PUT " + url + "/companies/by-source/shop/4711" + TOKEN + JSON
                                + " -d '{\"name\": \"Huber GmbH\", \"country\": \"DE\"}'"),
                new Example(
                        "batch",
                        "curl " + url + "/contacts/batch" + TOKEN + JSON
                                + " -d '{\"rows\": [{\"op\": \"upsert\", \"mail\": \"anna@huber.example\","
                                + " \"values\": {\"last_name\": \"Huber\"}}, {\"op\": \"delete\", \"id\": 7}]}'"));
    }
}
