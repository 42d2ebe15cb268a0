package doppelpass.demo;

import doppelpass.glossary.Glossary;
import doppelpass.glossary.Wording;
import doppelpass.identity.Person;
import doppelpass.kpi.Kpis;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What both teams agreed on, what one of them still has to sign, and what is in dispute. */
final class Agreements {
    /** Words nobody has found the time for. */
    private static final Set<String> UNSIGNED =
            Set.of("persona", "mrr", "clv", "attribution", "ticket", "forecast", "marketing_sourced", "churn");

    private static final Set<String> UNSIGNED_FIGURES = Set.of("K60", "K42e", "K40", "K24", "K38b");

    private final Story story;
    private final StoryClock clock;
    private final Glossary glossary;
    private final Kpis kpis;
    private final Troupe troupe;

    Agreements(Story story, StoryClock clock, Glossary glossary, Kpis kpis, Troupe troupe) {
        this.story = story;
        this.clock = clock;
        this.glossary = glossary;
        this.kpis = kpis;
        this.troupe = troupe;
    }

    void reach() {
        words();
        figures();
        sharperSql();
        settledDispute();
        openProposal();
        openDispute();
    }

    private void words() {
        Instant workshop = story.start().plus(Duration.ofDays(20));
        for (var term : glossary.all()) {
            if (UNSIGNED.contains(term.key())) continue;
            signed(term.key(), 1, "marketing", troupe.mara(), workshop);
            signed(term.key(), 1, "sales", troupe.stefan(), workshop.plus(Duration.ofHours(2)));
        }
    }

    private void figures() {
        Instant workshop = story.start().plus(Duration.ofDays(27));
        kpis.all().stream()
                .map(kpi -> kpi.code())
                .filter(code -> !UNSIGNED_FIGURES.contains(code))
                .forEach(code -> {
                    clock.set(workshop);
                    kpis.sign(code, "marketing", troupe.mara());
                    clock.set(workshop.plus(Duration.ofDays(1)));
                    kpis.sign(code, "sales", troupe.stefan());
                });
    }

    /** Nine months ago: only a dated next step makes a lead sales-qualified. */
    private void sharperSql() {
        Instant then = story.at(story.running().minusMonths(9).atDay(12), 11, 20);
        Wording now = wording("sql");
        clock.set(then);
        int number = glossary.propose(
                "sql",
                new Wording(
                        now.nameDe(),
                        now.nameEn(),
                        now.textDe() + " Ohne Datum für den nächsten Schritt bleibt er ein SAL.",
                        now.textEn() + " Without a date for the next step it stays a SAL.",
                        now.allowed(),
                        now.avoided(),
                        now.rule()),
                "Im Jour fixe beschlossen: jeder dritte SQL hatte keinen nächsten Schritt.",
                null,
                troupe.stefan());
        signed("sql", number, "sales", troupe.stefan(), then.plus(Duration.ofMinutes(4)));
        signed("sql", number, "marketing", troupe.mara(), then.plus(Duration.ofDays(5)));
    }

    private void settledDispute() {
        Instant then = story.at(story.running().minusMonths(4).atDay(20), 15, 5);
        clock.set(then);
        glossary.dispute(
                "sla",
                "Zwei Wochen mit zwei Kranken im Vertrieb: gilt die Zusage dann auch, oder ruht sie?",
                "/promises",
                troupe.jonas());
        var term = glossary.get("sla");
        clock.set(then.plus(Duration.ofDays(8)));
        glossary.disputes(term)
                .forEach(dispute -> glossary.settle(
                        dispute.id(),
                        "Sie gilt. Bei Ausfällen vertritt das andere Vertriebsteam, R09 bleibt die Ausnahme.",
                        troupe.lena()));
    }

    /** Marketing wants a higher threshold since the white paper; sales has not signed yet. */
    private void openProposal() {
        Instant then = story.earlier(Duration.ofDays(16));
        Wording now = wording("mql");
        String rule = "((lead.fit in [\"A\", \"B\"] && lead.intent >= 60 && "
                + "lead.touchpoints.exists(t, t.kind != \"download\" && t.kind != \"form\")) || "
                + "(has(lead.hand_raise) && lead.fit != \"D\")) && has(lead.company_name) && has(lead.country) && "
                + "lead.source != \"\"";
        clock.set(then);
        int number = glossary.propose(
                "mql",
                new Wording(
                        now.nameDe(),
                        now.nameEn(),
                        "Ein Lead, der die gemeinsam unterschriebene Schwelle aus Passung und Interesse erreicht: Klasse A "
                                + "oder B mit 60 Interessepunkten, von denen nicht alle aus Downloads stammen, oder eine "
                                + "ausdrückliche Anfrage außer von Klasse D; Firma, Land und Quelle sind bekannt.",
                        "A lead that meets the threshold of fit and interest both teams signed: class A or B with 60 points "
                                + "of interest that do not all come from downloads, or an explicit request from anybody but "
                                + "class D; company, country and source are known.",
                        now.allowed(),
                        now.avoided(),
                        rule),
                "Seit dem Whitepaper erreichen viele allein durch Downloads 50 Punkte; der Vertrieb gibt sie zurück.",
                null,
                troupe.mara());
        signed("mql", number, "marketing", troupe.mara(), then.plus(Duration.ofMinutes(10)));
    }

    private void openDispute() {
        clock.set(story.earlier(Duration.ofDays(9)));
        glossary.dispute(
                "lead",
                "Eine Visitenkarte vom Messestand ohne Gespräch zählt als Lead. Für uns ist das nur ein Kontakt.",
                "/leads?source=Messe",
                troupe.svea());
    }

    private Wording wording(String key) {
        return glossary.get(key).inForce().orElseThrow().wording();
    }

    private void signed(String key, int number, String function, Person by, Instant at) {
        clock.set(at);
        glossary.sign(key, number, function, by);
    }
}
