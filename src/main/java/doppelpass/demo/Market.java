package doppelpass.demo;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The companies and people the firm deals with; made up, reachable nowhere. */
final class Market {
    private final Dice dice;
    private final Words words;
    private final Companies companies;
    private final Contacts contacts;
    private final StoryClock clock;
    private final Set<String> taken = new HashSet<>();
    private final List<Firm> firms = new ArrayList<>();
    private final List<Who> people = new ArrayList<>();

    Market(Dice dice, Words words, Companies companies, Contacts contacts, StoryClock clock) {
        this.dice = dice;
        this.words = words;
        this.companies = companies;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** A company; {@code owner} sells to it since before the story. */
    record Firm(
            long id,
            String name,
            String domain,
            String fit,
            String country,
            boolean south,
            String phone,
            @Nullable Long owner,
            List<Who> people) {
        boolean customer() {
            return owner != null;
        }
    }

    /** A person; {@code complete} if everything a pass must say is known. */
    record Who(long id, @Nullable Firm firm, boolean reachable, boolean complete, Set<String> lines) {
        @Nullable
        Long company() {
            return firm == null ? null : firm.id();
        }

        String fit() {
            return firm == null ? "unknown" : firm.fit();
        }
    }

    /** A customer since before the story, with one to three people. */
    Firm customer(Instant at, Troupe troupe) {
        Firm firm = firm(at, 140, troupe);
        for (int i = dice.whole(1, 3); i > 0; i--) person(firm, at, "Bestandskunde", true);
        return firm;
    }

    /** Somebody who shows interest in a product line; the smaller the typical company, the fewer of them fit. */
    Who prospect(Instant at, String source, String line, double typicalSize) {
        Who known = people.isEmpty() ? null : dice.one(people);
        if (known != null && dice.chance(0.14) && known.lines().add(line)) return known;
        boolean nobodys = dice.chance(0.012);
        Firm firm =
                nobodys ? null : firms.size() > 80 && dice.chance(0.42) ? dice.one(firms) : firm(at, typicalSize, null);
        Who who = person(firm, at, source, !dice.chance(0.014));
        who.lines().add(line);
        return who;
    }

    private Firm firm(Instant at, double typicalSize, @Nullable Troupe owners) {
        String[] branch;
        String head;
        do {
            branch = dice.one(words.of("branches")).split(";");
            head = dice.one(words.of("heads of company names"));
        } while (!taken.add(head + branch[0]));
        String[] city = dice.one(words.of("cities")).split(";", -1);
        String form = form(city[2]);
        int size = (int) Math.clamp(dice.around(typicalSize, 0.75), 4, 2600);
        String fit = fit(branch[2].equals("yes"), size);
        boolean south = city[3].equals("south");
        Long owner = owners == null
                ? null
                : owners.seller(south ? owners.south() : owners.north(), dice).id();
        String name = head + " " + branch[0] + " " + form;
        String domain = ascii(head + "-" + branch[0]) + ".example";
        String phone = city[4].isEmpty() ? null : number(city[4]);
        clock.set(at);
        long id = companies.add(new CompanyDetails(
                name,
                domain,
                "https://www." + domain,
                phone,
                branch[1],
                fit.equals("unknown") ? null : size,
                dice.one(words.of("streets")) + " " + dice.whole(1, 118),
                city[0],
                city[1],
                city[2],
                null,
                fit,
                null,
                owner,
                null));
        Firm firm = new Firm(id, name, domain, fit, city[2], south, city[4], owner, new ArrayList<>());
        firms.add(firm);
        return firm;
    }

    private Who person(@Nullable Firm firm, Instant at, String source, boolean reachable) {
        boolean woman = dice.chance(0.38);
        String first = dice.one(words.of(woman ? "first names of women" : "first names of men"));
        String last = dice.one(words.of("last names"));
        String[] jobs = dice.one(words.of("jobs")).split(";");
        boolean basis = !dice.chance(0.05);
        String phone = firm == null || firm.phone().isEmpty() || !dice.chance(0.7) ? null : number(firm.phone());
        boolean mailing = dice.chance(0.72);
        clock.set(at);
        long id = contacts.add(new ContactDetails(
                firm == null ? null : firm.id(),
                null,
                first,
                last,
                reachable ? mail(first, last, firm) : null,
                reachable ? phone : null,
                null,
                jobs[woman ? 1 : 0],
                firm == null ? null : firm.country(),
                source,
                basis ? (mailing ? "consent" : "legitimate_interest") : null,
                mailing ? "yes" : "unknown",
                phone != null || !mailing ? "yes" : "unknown",
                firm == null ? null : firm.owner(),
                null));
        Who who = new Who(id, firm, reachable, basis, new HashSet<>());
        if (firm != null) firm.people().add(who);
        people.add(who);
        return who;
    }

    private String form(String country) {
        List<String> forms = words.of("legal forms").stream()
                .filter(form -> form.endsWith(";" + country))
                .toList();
        return dice.one(forms).replaceAll(";.*", "");
    }

    private String fit(boolean core, int size) {
        if (dice.chance(0.06)) return "unknown";
        if (core && size >= 110 && size <= 750) return "A";
        if (core && size >= 40 || size >= 120) return "B";
        return size >= 14 ? "C" : "D";
    }

    private String mail(String first, String last, @Nullable Firm firm) {
        String domain = firm == null ? "postfach.example" : firm.domain();
        String name = ascii(first) + "." + ascii(last);
        String mail = name + "@" + domain;
        for (int i = 2; !taken.add(mail); i++) mail = name + i + "@" + domain;
        return mail;
    }

    /** A number of the ranges that the regulator keeps free for films and books. */
    private String number(String range) {
        int digits = range.endsWith("4710") ? 4 : 3;
        return range + String.format(Locale.ROOT, "%0" + digits + "d", dice.whole(0, digits == 4 ? 9999 : 999));
    }

    static String ascii(String text) {
        String plain = text.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return java.text.Normalizer.normalize(plain, java.text.Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9-]", "");
    }
}
