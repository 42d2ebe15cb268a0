package doppelpass.search;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.TeamFunction;
import doppelpass.database.DatabaseAddress;
import doppelpass.database.FieldRight;
import doppelpass.database.Sight;
import doppelpass.reach.Extent;
import doppelpass.reach.Reaches;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever way statistics choose, what is found is what reading every record finds: words of all shares, in pairs. */
@DoppelpassTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddsTest {
    private static final int CONTACTS = 3_000;
    /** Shares of 1, 1/2, 1/10, 1/100 of the contacts, words of which each occurs once, and words that do not occur. */
    private static final List<String> TYPED = List.of(
            "everybody",
            "ever",
            "half",
            "hal",
            "tenth",
            "ten",
            "rare",
            "ra",
            "only77",
            "only7",
            "only",
            "o",
            "nobody",
            "0851",
            "08512");

    private final Searches searches;
    private final CommonWords common;
    private final DatabaseAddress owner;
    private final DSLContext db;
    private final Cast cast;
    private final Reaches reaches;

    OddsTest(Searches searches, CommonWords common, DatabaseAddress owner, DSLContext db, Cast cast, Reaches reaches) {
        this.searches = searches;
        this.common = common;
        this.owner = owner;
        this.db = db;
        this.cast = cast;
        this.reaches = reaches;
    }

    @BeforeAll
    void fill() throws SQLException {
        db.execute("""
                insert into contacts.contact (first_name, last_name, phone, mail, owner_id, recorded_at, created_at, updated_at)
                select 'Everybody' || case when i % 2 = 0 then ' Half' else '' end || case when i % 10 = 0 then ' Tenth' else '' end
                  || case when i % 100 = 3 then ' Rare' else '' end, 'Only' || i, '+49851' || i,
                  case when i % 4 = 1 then 'mail' || i || '@half.test' end,
                  case i % 3 when 0 then ? when 1 then ? end, now(), now(), now()
                from generate_series(1, ?) i""", cast.person("svea").id(), cast.person("stefan").id(), CONTACTS);
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze contacts.contact");
        }
        common.forget();
    }

    @AfterEach
    void openAgain() {
        limit(Extent.ALL, FieldRight.VISIBLE);
    }

    @Test
    void whatIsFoundIsWhatReadingEveryRecordFinds() {
        Shares shares = common.of("contact_words");
        assertThat(shares.rows()).isEqualTo(CONTACTS);
        assertThat(shares.of("everybody")).isEqualTo(1);
        assertThat(shares.of("tenth")).isBetween(0.05, 0.15);
        everyPair("lena", TYPED, "true", true);
    }

    @Test
    void whoSeesAPartFindsWhatReadingThatPartFinds() {
        for (Extent extent : List.of(Extent.OWN, Extent.TEAM)) {
            for (FieldRight mail : List.of(FieldRight.VISIBLE, FieldRight.HIDDEN)) {
                limit(extent, mail);
                everyPair(
                        "svea",
                        List.of("everybody", "half", "ten", "rare", "only77", "only7", "nobody", "0851"),
                        extent == Extent.OWN ? "owner = 'svea'" : "owner in ('svea', 'stefan', 'nobody')",
                        mail == FieldRight.VISIBLE);
            }
        }
    }

    private void limit(Extent extent, FieldRight mail) {
        reaches.set(
                Map.of(
                        TeamFunction.SALES,
                        Map.of("contact", extent, "company", extent, "lead", extent, "deal", extent)),
                cast.person("ada"));
        reaches.limit(Map.of(TeamFunction.SALES, Map.of("contact", Map.of("mail", mail))), cast.person("ada"));
    }

    private void everyPair(String reader, List<String> typed, String seen, boolean mailed) {
        for (String first : typed) {
            compare(first, reader, seen, mailed);
            for (String second : typed) if (!second.equals(first)) compare(first + " " + second, reader, seen, mailed);
        }
    }

    private void compare(String typed, String reader, String seen, boolean mailed) {
        Set<String> all = new TreeSet<>(db.fetch("select url from (" + READ + ") every where " + seen + " and "
                        + String.join(
                                " and ",
                                List.of(typed.split(" ")).stream()
                                        .map(word -> "exists (select from unnest(words" + (mailed ? " || mails" : "")
                                                + ") w where w like '" + word.replaceFirst("^0", "(0|49)") + "%')")
                                        .map(OddsTest::either)
                                        .toList()))
                .into(String.class));
        List<String> found = Sight.with(
                        reaches.sight(cast.person(reader)), () -> searches.find(typed, cast.person(reader)))
                .groups()
                .stream()
                .filter(group -> group.kind().name().equals("contact"))
                .flatMap(group -> group.hits().stream())
                .filter(hit -> hit.rank() <= Hit.BEGUN)
                .map(Hit::url)
                .toList();
        assertThat(all).as(typed).containsAll(found);
        assertThat(found).as(typed).hasSize(Math.min(all.size(), Searches.PER_KIND));
    }

    /** A number that begins with a nought is kept with the country in its place. */
    private static String either(String condition) {
        return condition.contains("(0|49)")
                ? "(" + condition.replace("(0|49)", "0") + " or " + condition.replace("(0|49)", "49") + ")"
                : condition;
    }

    private static final String READ = """
            select '/contacts/' || c.id as url,
              regexp_split_to_array(lower(first_name || ' ' || last_name || ' ' || phone), '[^a-z0-9]+') as words,
              regexp_split_to_array(coalesce(c.mail, ''), '[^a-z0-9]+') as mails, coalesce(split_part(p.mail, '@', 1), 'nobody') as owner
            from contacts.contact c left join identity.person p on p.id = c.owner_id""";
}
