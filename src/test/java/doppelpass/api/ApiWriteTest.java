package doppelpass.api;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DoppelpassTest
class ApiWriteTest {
    private final Programs programs;
    private final TestBrowsers browsers;
    private final Cast cast;
    private final DSLContext db;

    ApiWriteTest(Programs programs, TestBrowsers browsers, Cast cast, DSLContext db) {
        this.programs = programs;
        this.browsers = browsers;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @Test
    void aContactIsMadeReadChangedAndDeletedWithItsVersion() {
        Program mara = programs.of("mara");
        String company = mara.send("POST", "/companies", "{\"name\": \"Huber GmbH\", \"employees\": 40}")
                .at("/id");
        Program.Answer made = mara.send("POST", "/contacts", """
                {"first_name": "Anna", "last_name": "Huber", "mail": "Anna@Huber.example", "company": %s,
                 "phone": "0851 12345", "country": "de", "tags": ["VIP", "Messe"], "may_mail": "yes"}""".formatted(company));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.at("/id");
        assertThat(made.header("Location")).isEqualTo("/api/v1/contacts/" + id);
        Program.Answer read = mara.get("/contacts/" + id);
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(read.at("/mail")).isEqualTo("anna@huber.example");
        assertThat(read.at("/phone")).isEqualTo("+4985112345");
        assertThat(read.at("/country")).isEqualTo("DE");
        assertThat(read.at("/company/name")).isEqualTo("Huber GmbH");
        assertThat(read.at("/owner/name")).isEqualTo("Mara Marketing");
        assertThat(read.json().path("tags").toString()).isEqualTo("[\"Messe\",\"VIP\"]");
        String etag = read.header("ETag");
        assertThat(mara.get("/contacts/" + id, "If-None-Match", etag).status()).isEqualTo(304);

        Program.Answer changed = mara.send(
                "PATCH",
                "/contacts/" + id,
                "{\"job_title\": \"CEO\", \"phone\": null, \"tags\": [\"VIP\"]}",
                "If-Match",
                etag);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.at("/job_title")).isEqualTo("CEO");
        assertThat(changed.json().path("phone").isNull()).isTrue();
        assertThat(changed.at("/last_name")).as("what was not named").isEqualTo("Huber");
        Program.Answer late = mara.send("PATCH", "/contacts/" + id, "{\"job_title\": \"CTO\"}", "If-Match", etag);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.header("ETag")).isEqualTo(changed.header("ETag"));
        assertThat(mara.get("/contacts/" + id).at("/job_title")).isEqualTo("CEO");

        assertThat(mara.send("DELETE", "/contacts/" + id, "").status()).isEqualTo(204);
        assertThat(mara.get("/contacts/" + id).status()).isEqualTo(404);
        assertThat(browsers.as("mara").get("/bin").body()).contains("Anna Huber");
    }

    @Test
    void everyWrongFieldIsNamedWithItsRemedyAndNothingIsWritten() {
        Program mara = programs.of("mara");
        Program.Answer refused = mara.send("POST", "/contacts", """
                {"lastname": "Huber", "mail": 7, "may_mail": "perhaps", "owner": 4711, "created": "2026-01-01T00:00:00Z"}""");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(faults(refused))
                .containsEntry("lastname", "There is no field lastname in contacts. Did you mean last_name?")
                .containsEntry("mail", "The value has the wrong type. A text, such as \"Huber\"")
                .containsEntry("may_mail", "The value is not one of the codes. One of: unknown, yes, no")
                .containsEntry(
                        "owner",
                        "There is no record 4711, or you may not see it. The id of a record in people, as a number")
                .containsEntry("created", "This is only read. Leave it out.");
        Program.Answer form =
                mara.send("POST", "/contacts", "{\"last_name\": \"H\", \"mail\": \"no mail\", \"phone\": \"abc\"}");
        assertThat(faults(form)).containsOnlyKeys("mail", "phone");
        Program.Answer german = mara.send("POST", "/companies", "{}", "Accept-Language", "de-AT,en;q=0.5");
        assertThat(german.at("/errors/0/message")).isEqualTo("Der Wert darf nicht fehlen.");
        assertThat(german.header("Content-Language")).isEqualTo("de");
        assertThat(mara.send("POST", "/contacts", "{\"last_name\": \"Hu\n}").at("/detail"))
                .contains("line 1, column ");
        assertThat(mara.send("POST", "/contacts", "[]").status()).isEqualTo(400);
        assertThat(mara.send("POST", "/contacts", "{}", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(mara.send("POST", "/contacts", "{\"note\": \"" + "x".repeat(1 << 20) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("contacts.contact"))).isZero();
    }

    @Test
    void aDealGoesThroughItsStagesWithTheGatesOfThePages() {
        Program svea = programs.of("svea");
        Program.Answer made = svea.send("POST", "/deals", """
                {"name": "Forty gears", "amount": "12500.50", "expected": "2026-09-30"}""");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("amount").toString()).isEqualTo("{\"amount\":\"12500.50\",\"currency\":\"EUR\"}");
        String deal = "/deals/" + made.at("/id");
        assertThat(faults(svea.send("PATCH", deal, "{\"amount\": {\"amount\": \"1\", \"currency\": \"USD\"}}")))
                .containsKey("amount");
        assertThat(svea.send("PATCH", deal, "{\"amount\": 9000, \"next\": \"Call\"}")
                        .at("/amount/amount"))
                .isEqualTo("9000.00");
        String lost = db.fetchSingle("select name from deals.stage where kind = 'lost' order by id limit 1")
                .get(0, String.class);
        assertThat(faults(svea.send("PATCH", deal, "{\"stage\": \"" + lost + "\"}")))
                .containsOnlyKeys("loss");
        Program.Answer ended = svea.send("PATCH", deal, "{\"stage\": \"" + lost + "\", \"loss\": \"L01\"}");
        assertThat(ended.at("/state")).as(ended.body()).isEqualTo("lost");
        assertThat(faults(svea.send("PATCH", deal, "{\"stage\": \"Nowhere\"}"))).containsOnlyKeys("stage");
        assertThat(programs.of("mara")
                        .send("POST", "/deals", "{\"name\": \"No\"}")
                        .status())
                .as("marketing reads deals")
                .isEqualTo(403);
    }

    @Test
    void leadsCampaignsTasksAndActivitiesAreMadeToo() {
        Program mara = programs.of("mara");
        String contact =
                mara.send("POST", "/contacts", "{\"last_name\": \"Huber\"}").at("/id");
        Program.Answer lead = mara.send(
                "POST",
                "/leads",
                "{\"contact\": " + contact + ", \"source\": \"Fair\", \"channel\": \"event\", \"wish\": \"call_me\"}");
        assertThat(lead.status()).as(lead.body()).isEqualTo(201);
        assertThat(mara.send("PATCH", "/leads/" + lead.at("/id"), "{\"source\": \"Shop\", \"wish\": null}")
                        .at("/source"))
                .isEqualTo("Shop");
        assertThat(faults(mara.send("PATCH", "/leads/" + lead.at("/id"), "{\"contact\": 1}")))
                .containsEntry("contact", "This can only be sent when a record is made. Leave it out.");
        Program.Answer campaign = mara.send(
                "POST",
                "/campaigns",
                "{\"name\": \"Fair\", \"channel\": \"event\", \"budget\": 1234.5, \"starts\": \"2026-05-01\"}");
        assertThat(campaign.at("/budget/amount")).as(campaign.body()).isEqualTo("1234.50");
        Program.Answer task = mara.send(
                "POST", "/tasks", "{\"title\": \"Call\", \"due\": \"2026-07-01\", \"contact\": " + contact + "}");
        assertThat(task.json().path("about").toString())
                .as(task.body())
                .isEqualTo("{\"list\":\"contacts\",\"id\":" + contact + ",\"name\":\"Huber\"}");
        assertThat(mara.send("PATCH", "/tasks/" + task.at("/id"), "{\"state\": \"done\"}")
                        .at("/state"))
                .isEqualTo("done");
        Program.Answer call = mara.send("POST", "/activities", """
                {"kind": "call", "outcome": "reached", "note": "Nice", "contact": %s, "occurred": "2026-05-04T08:00:00+02:00"}""".formatted(contact));
        assertThat(call.at("/occurred")).as(call.body()).isEqualTo("2026-05-04T06:00:00Z");
        String activity = "/activities/" + call.at("/id");
        Program.Answer changed = mara.send("PATCH", activity, """
                {"note": "Nicer", "outcome": "voicemail", "direction": "in", "minutes": 7, "occurred": "2026-05-05T06:30:00Z"}""");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(List.of(
                        changed.at("/note"), changed.at("/outcome"), changed.at("/direction"), changed.at("/minutes")))
                .containsExactly("Nicer", "voicemail", "in", "7");
        assertThat(changed.at("/occurred")).isEqualTo("2026-05-05T06:30:00Z");
        assertThat(faults(mara.send("PATCH", activity, "{\"kind\": \"note\"}"))).containsOnlyKeys("kind");
        assertThat(programs.of("svea")
                        .send("PATCH", activity, "{\"note\": \"x\"}")
                        .status())
                .as("of somebody else")
                .isEqualTo(403);
        assertThat(programs.of("svea").send("DELETE", activity, "").status()).isEqualTo(403);
        assertThat(mara.send("DELETE", activity, "").status()).isEqualTo(204);
        assertThat(mara.send("GET", activity, "").status()).isEqualTo(404);
        assertThat(mara.send("DELETE", "/tasks/" + task.at("/id"), "").status()).isEqualTo(204);
        assertThat(mara.send("GET", "/tasks/" + task.at("/id"), "").status()).isEqualTo(404);
        assertThat(mara.send("DELETE", "/tasks/" + task.at("/id"), "").status()).isEqualTo(404);
    }

    @Test
    void whatOthersKnowByTheirOwnIdsIsMadeOnceAndThenChanged() {
        Program mara = programs.of("mara");
        Program.Answer first = mara.send("PUT", "/companies/by-source/shop/4711", "{\"name\": \"Huber\"}");
        Program.Answer second = mara.send("PUT", "/companies/by-source/shop/4711", "{\"name\": \"Huber AG\"}");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(second.at("/name")).isEqualTo("Huber AG");
        Program.Answer mail = mara.send("PUT", "/contacts/by-email/Anna@huber.example", "{\"last_name\": \"Huber\"}");
        Program.Answer again = mara.send("PUT", "/contacts/by-email/anna@huber.example", "{\"first_name\": \"Anna\"}");
        assertThat(mail.status()).as(mail.body()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/name")).isEqualTo("Anna Huber");
        assertThat(mara.send("PUT", "/companies/by-email/a@b.example", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void eachRowOfABatchHasItsOwnOutcomeAndARefusedOneLeavesNothing() {
        Program mara = programs.of("mara");
        String known =
                mara.send("POST", "/contacts", "{\"last_name\": \"Known\"}").at("/id");
        String rows = """
                {"values": {"last_name": "One"}},
                {"op": "create", "values": {"last_name": "Two", "mail": "broken"}},
                {"op": "update", "id": %s, "values": {"first_name": "Well"}},
                {"op": "update", "id": 999999, "values": {}},
                {"op": "upsert", "mail": "one@huber.example", "values": {"last_name": "Mail"}},
                {"op": "create", "values": {"last_name": "Three", "tags": ["%s"]}},
                {"op": "sing"}""".formatted(known, "x".repeat(41));
        Program.Answer answer = mara.send("POST", "/contacts/batch", "{\"rows\": [" + rows + "]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(207);
        assertThat(IntStream.range(0, 7)
                        .map(i -> answer.json().at("/results/" + i + "/status").intValue()))
                .containsExactly(201, 422, 200, 404, 201, 422, 422);
        assertThat(answer.at("/results/1/problem/errors/0/field")).isEqualTo("mail");
        assertThat(db.fetch("select trim(first_name || ' ' || last_name) from contacts.contact order by id")
                        .into(String.class))
                .containsExactly("Well Known", "One", "Mail");
        String many = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"values\": {\"last_name\": \"N" + i + "\"}}")
                .collect(Collectors.joining(","));
        assertThat(mara.send("POST", "/contacts/batch", "{\"rows\": [" + many + "]}")
                        .at("/succeeded"))
                .isEqualTo("1000");
        assertThat(mara.send("POST", "/contacts/batch", "{\"rows\": [" + many + ",{}]}")
                        .status())
                .isEqualTo(400);
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("contacts.contact"))).isEqualTo(1003);
    }

    @Test
    void ownFieldsAreWrittenAndDemandedAndTheDoorIsNoted() {
        WebClient ada = browsers.as("ada");
        ada.post("/fields", Map.of("kind", "company", "type", "number", "labelDe", "Maschinen", "labelEn", "Machines"));
        ada.post(
                "/fields",
                Map.of(
                        "kind",
                        "company",
                        "type",
                        "flag",
                        "labelDe",
                        "Partner",
                        "labelEn",
                        "Partner",
                        "required",
                        "yes"));
        Program mara = programs.of("mara");
        assertThat(mara.send("POST", "/companies", "{\"name\": \"Huber\", \"x_machines\": 12}")
                        .status())
                .as("the other one is required")
                .isEqualTo(422);
        Program.Answer made =
                mara.send("POST", "/companies", "{\"name\": \"Huber\", \"x_machines\": 12.5, \"x_partner\": true}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("x_machines").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(made.json().path("x_partner").isBoolean()).isTrue();
        JsonNode found = mara.get(
                        "/companies?filter=" + Program.encoded("company.x_machines > 12.0") + "&sort=-x_machines")
                .json();
        assertThat(found.path("data").size()).isEqualTo(1);
        assertThat(db.fetch("select distinct origin, actor_id from audit.entry where tab = 'contacts.company'")
                        .map(r -> r.get(0) + " " + r.get(1)))
                .containsExactly("api " + cast.person("mara").id());
        assertThat(ada.get("/audit?origin=api").body()).contains("Huber", "API");
    }

    /** Field → message and remedy. */
    private static Map<String, String> faults(Program.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        return answer.json()
                .path("errors")
                .valueStream()
                .collect(Collectors.toMap(
                        f -> f.path("field").asString(),
                        f -> (f.path("message").asString() + " "
                                        + f.path("remedy").asString(""))
                                .strip()));
    }

    @Test
    void aRecordCalledByAnotherNameIsChangedOnlyInTheVersionThatWasSeen() {
        Program mara = programs.of("mara");
        for (String address : List.of("/contacts/by-source/shop/1", "/contacts/by-email/anna@a.test")) {
            String name = "{\"last_name\": \"Huber\"}";
            assertThat(mara.send("PUT", address, name, "If-Match", "*").status())
                    .as("what is not there has no version")
                    .isEqualTo(412);
            String etag = mara.send("PUT", address, name).header("ETag");
            Program.Answer changed = mara.send("PUT", address, "{\"last_name\": \"Maier\"}", "If-Match", etag);
            assertThat(changed.status()).isEqualTo(200);
            Program.Answer late = mara.send("PUT", address, "{\"last_name\": \"Moser\"}", "If-Match", etag);
            assertThat(late.status()).isEqualTo(412);
            assertThat(late.header("ETag")).isEqualTo(changed.header("ETag"));
            assertThat(mara.send("PUT", address, "{}", "If-Match", late.header("ETag"))
                            .at("/last_name"))
                    .isEqualTo("Maier");
        }
        Program.Answer rows = mara.send(
                "POST",
                "/contacts/batch",
                "[{\"op\": \"upsert\", \"mail\": \"anna@a.test\", \"match\": \"old\", \"values\": {\"last_name\": \"Moser\"}}]");
        assertThat(rows.at("/results/0/status")).isEqualTo("412");
    }
}
