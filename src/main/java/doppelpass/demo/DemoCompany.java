package doppelpass.demo;

import doppelpass.console.Refused;
import doppelpass.deals.PastDeal;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.leads.Interests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the example company in an empty database, in one transaction: the whole of it or nothing. The story is the same
 * for the same seed and moment.
 */
@Component
@Profile("demo")
public class DemoCompany {
    private static final long SEED = 20_240_613;
    private static final int CUSTOMERS = 46;

    private final StoryClock clock;
    private final Organisations organisations;
    private final People people;
    private final Field field;
    private final Bench bench;
    private final OwnFields own;
    private final Desk desk;
    private final Interests interests;
    private final Offers offers;
    private final Checklists checklists;
    private final Outlooks outlooks;

    DemoCompany(
            StoryClock clock,
            Organisations organisations,
            People people,
            Field field,
            Bench bench,
            OwnFields own,
            Desk desk,
            Interests interests,
            Offers offers,
            Checklists checklists,
            Outlooks outlooks) {
        this.clock = clock;
        this.organisations = organisations;
        this.people = people;
        this.field = field;
        this.bench = bench;
        this.own = own;
        this.desk = desk;
        this.interests = interests;
        this.offers = offers;
        this.checklists = checklists;
        this.outlooks = outlooks;
    }

    /** True if the company had to be made; refuses where another organisation lives. */
    @Transactional
    public boolean found() {
        if (organisations.find().isPresent()) {
            if (DemoSignIn.holdsDemo(people)) return false;
            throw new Refused("This data folder holds \"" + organisations.get().name()
                    + "\", not the demo. Name another folder: DOPPELPASS_HOME=./demo-data ./doppelpass demo");
        }
        Story story = new Story(clock.today(), Troupe.ZONE);
        clock.set(story.start());
        Troupe troupe = Troupe.enter(organisations, people);
        Dice dice = new Dice(SEED);
        Pace pace = new Pace(organisations.get().calendar(null), dice);
        tell(new Scene(dice, Words.read(), story, pace, troupe, new Log()));
        return true;
    }

    private void tell(Scene scene) {
        bench.agree(scene);
        Market market = field.market(scene);
        List<Market.Firm> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(market.customer(scene.story().start().plus(Duration.ofMinutes(i)), scene.troupe()));
        }
        List<PastDeal> deals = field.play(scene, market, customers);
        bench.post(scene, deals, customers);
        bench.meet(scene);
        bench.serve(scene, deals, customers);
        bench.label(scene, deals, customers);
        own.fill(deals, customers);
        offers.write(scene, deals);
        field.tidy(scene);
        desk.lay(scene, deals, customers);
        clock.set(scene.story().now());
        bench.remain(scene, deals, customers);
        offers.ask(scene, deals);
        checklists.fill(scene, deals);
        outlooks.freeze(scene);
        field.repeat(customers);
        interests.decay(scene.story().now());
    }
}
