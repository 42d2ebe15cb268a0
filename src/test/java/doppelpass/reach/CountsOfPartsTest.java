package doppelpass.reach;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.core.TeamFunction;
import doppelpass.database.Keyset;
import doppelpass.database.Sight;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many records a list says it has where its reader sees a part of them. */
@DoppelpassTest
class CountsOfPartsTest {
    private final Reaches reaches;
    private final Cast cast;
    private final DSLContext db;

    CountsOfPartsTest(Reaches reaches, Cast cast, DSLContext db) {
        this.reaches = reaches;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void enter() {
        cast.enter();
    }

    @AfterEach
    void openAgain() {
        reaches.set(Map.of(TeamFunction.SALES, Map.of("company", Extent.ALL)), cast.person("ada"));
    }

    @Test
    void fewAreCountedInPassingAndVeryManyOfATeamAreNotCountedToTheEnd() {
        for (var owned : Map.of("stefan", 10_100, "mara", 100, "svea", 7).entrySet())
            db.execute(
                    "insert into contacts.company (name, owner_id, created_at) select 'Works ' || n, ?, now() from generate_series(1, ?) n",
                    cast.person(owned.getKey()).id(),
                    owned.getValue());
        db.execute("analyze contacts.company");
        for (Extent extent : List.of(Extent.OWN, Extent.TEAM, Extent.DEPARTMENT)) {
            reaches.set(Map.of(TeamFunction.SALES, Map.of("company", extent)), cast.person("ada"));
            Sight.with(reaches.sight(cast.person("svea")), () -> {
                Page<Long> page = new Keyset(
                                db,
                                COMPANY_CARD,
                                DSL.noCondition(),
                                COMPANY_CARD.ID,
                                COMPANY_CARD.ID,
                                PageRequest.first("id", true, 2))
                        .fetch(List.of(COMPANY_CARD.ID), r -> r.get(COMPANY_CARD.ID), id -> id);
                boolean own = extent == Extent.OWN;
                assertThat(page.countEstimated()).as("%s", extent).isEqualTo(!own);
                assertThat(page.count()).as("%s", extent).isBetween(own ? 7L : 10_001L, own ? 7L : 11_000L);
                return true;
            });
        }
    }
}
