package doppelpass.deals;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A deal of which a test says only what matters. */
public final class SomeDeal {
    static final Instant OPENED = Instant.parse("2026-05-04T08:00:00Z");
    static final Stage OFFER = new Stage(3, 1, "Offer", 3, Stage.Kind.OPEN, 50);
    static final Stage NEGOTIATION = new Stage(4, 1, "Negotiation", 4, Stage.Kind.OPEN, 75);
    static final Stage WON = new Stage(5, 1, "Won", 5, Stage.Kind.WON, 100);
    static final Stage LOST = new Stage(6, 1, "Lost", 6, Stage.Kind.LOST, 0);

    private String name = "Servo drives";
    private long amountMinor = 2_500_000;
    private String source = "";
    private @Nullable Long company;
    private @Nullable Long owner;
    private @Nullable LocalDate close = LocalDate.of(2026, 7, 31);

    SomeDeal named(String newName) {
        name = newName;
        return this;
    }

    SomeDeal worth(long minor) {
        amountMinor = minor;
        return this;
    }

    SomeDeal from(String newSource) {
        source = newSource;
        return this;
    }

    SomeDeal of(@Nullable Long companyId) {
        company = companyId;
        return this;
    }

    public SomeDeal ownedBy(long person) {
        owner = person;
        return this;
    }

    SomeDeal closing(@Nullable LocalDate day) {
        close = day;
        return this;
    }

    public DealDetails details() {
        return new DealDetails(
                name,
                company,
                null,
                null,
                null,
                null,
                DealType.NEW,
                source,
                "other",
                amountMinor,
                null,
                close,
                null,
                null,
                owner,
                null);
    }

    Deal in(Stage stage) {
        boolean open = stage.open();
        return new Deal(
                7,
                details(),
                stage,
                OPENED,
                OPENED,
                open ? null : OPENED,
                stage.kind() == Stage.Kind.LOST ? "L04" : null);
    }
}
