package doppelpass.bench.load;

import doppelpass.testing.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** What people (three in ten) and their programs ask for on a working day, and how often, drawn from a seed. */
final class Mix {
    private static final List<String> TYPED = List.of(
            "anna",
            "weber",
            "we",
            "koch12",
            "anna weber",
            "clara wolf1",
            "kern",
            "huber gmbh",
            "moser optik 77",
            "person123",
            "hans jung",
            "webre",
            "passau",
            "franz hahn99",
            "0851 1",
            "xqzzy");
    private static final List<String> FILTERS = List.of(
            "contact.country == \"AT\" && contact.job_title == \"Buyer\"",
            "contact.mail.startsWith(\"person12\")",
            "contact.last_name.startsWith(\"Weber1\") && contact.country != \"DE\"",
            "has(contact.company) && contact.country == \"CH\"");

    /** A request of one person at one turn. */
    private interface Request {
        String send(Visitor who, long turn) throws Exception;
    }

    private record Kind(String name, int weight, Request request) {}

    /** One request, ready to go; what is wrong with its answer, or nothing. */
    record Shot(String kind, Visitor who, long turn, Callable deed) {
        interface Callable {
            String call() throws Exception;
        }

        String fire() throws Exception {
            return deed.call();
        }

        @Override
        public String toString() {
            return kind + " of " + who.mail();
        }
    }

    private final List<Visitor> visitors;
    private final List<Kind> kinds;
    private final List<Kind> drawn = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(20261126);
    private final AtomicLong turns = new AtomicLong();

    /** @param deep the place in the middle of the list of leads */
    Mix(List<Visitor> visitors, String deep) {
        this.visitors = visitors;
        this.kinds = kinds(deep);
        kinds.forEach(kind -> {
            for (int i = 0; i < kind.weight(); i++) drawn.add(kind);
        });
    }

    List<String> names() {
        return kinds.stream().map(Kind::name).toList();
    }

    Shot next() {
        long turn = turns.getAndIncrement();
        Kind kind = drawn.get(random.nextInt(drawn.size()));
        Visitor who = visitors.get(random.nextInt(visitors.size()));
        return new Shot(kind.name(), who, turn, () -> kind.request().send(who, turn));
    }

    private static List<Kind> kinds(String deep) {
        return List.of(
                new Kind("contact list", 3, (who, turn) -> who.see("/contacts", false)),
                new Kind("company list", 1, (who, turn) -> who.see("/companies", false)),
                new Kind("lead list", 3, (who, turn) -> who.see("/leads", false)),
                new Kind(
                        "lead list, deep",
                        2,
                        (who, turn) -> who.see("/leads?sort=created&desc=true&at=" + deep, false)),
                new Kind(
                        "contact list, filtered",
                        2,
                        (who, turn) -> who.see("/contacts?where=" + Program.encoded(one(FILTERS, turn)), false)),
                new Kind("contact page", 3, (who, turn) -> who.see("/contacts/" + who.record("contact", turn), false)),
                new Kind("company page", 1, (who, turn) -> who.see("/companies/" + who.record("company", turn), false)),
                new Kind("lead page", 2, (who, turn) -> who.see("/leads/" + who.record("lead", turn), false)),
                new Kind("deal page", 2, (who, turn) -> who.see("/deals/" + who.record("deal", turn), false)),
                new Kind(
                        "search",
                        4,
                        (who, turn) -> who.see("/search/hits?q=" + Program.encoded(one(TYPED, turn)), true)),
                new Kind("board", 1, (who, turn) -> who.see("/deals/board", false)),
                new Kind("my day", 2, (who, turn) -> who.see("/day", false)),
                new Kind("scoreboard", 2, (who, turn) -> who.see("/scoreboard", false)),
                new Kind(
                        "API, list",
                        20,
                        (who, turn) -> who.call(
                                "GET", turn % 2 == 0 ? "/contacts?limit=50" : "/leads?limit=50&sort=-created", "")),
                new Kind(
                        "API, one record",
                        38,
                        (who, turn) -> who.call("GET", "/contacts/" + who.record("contact", turn), "")),
                new Kind("API, create", 7, (who, turn) -> who.call("POST", "/contacts", contact(turn))),
                new Kind(
                        "API, change",
                        7,
                        (who, turn) -> who.call(
                                "PATCH",
                                "/contacts/" + who.record("contact", turn),
                                "{\"job_title\": \"Buyer " + turn + "\"}")));
    }

    private static String contact(long turn) {
        return "{\"first_name\": \"Berta\", \"last_name\": \"Load" + turn + "\", \"mail\": \"load" + turn
                + "@load.example\", \"country\": \"DE\"}";
    }

    private static String one(List<String> texts, long turn) {
        return texts.get((int) (turn % texts.size()));
    }
}
