package doppelpass.demo;

import doppelpass.bin.Deletions;
import doppelpass.campaigns.Campaigns;
import doppelpass.campaigns.Costs;
import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.contacts.Contact;
import doppelpass.contacts.Contacts;
import doppelpass.deals.DealChronicles;
import doppelpass.deals.PastDeal;
import doppelpass.deals.Pipelines;
import doppelpass.deals.Product;
import doppelpass.deals.Products;
import doppelpass.duplicates.Duplicates;
import doppelpass.identity.Person;
import doppelpass.leads.LeadChronicle;
import doppelpass.leads.LeadChronicles;
import doppelpass.timeline.Activities;
import doppelpass.timeline.Subject;
import doppelpass.timeline.Touchpoints;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Where the game is played: companies, campaigns, leads, passes, deals. */
@Component
@Profile("demo")
class Field {
    private static final int MOST_LEADS = 4000;
    private static final int MOST_DEALS = 1500;

    private final StoryClock clock;
    private final Companies companies;
    private final Deletions deletions;
    private final Duplicates duplicates;
    private final Contacts contacts;
    private final Campaigns campaigns;
    private final Costs costs;
    private final LeadChronicles leads;
    private final DealChronicles deals;
    private final Pipelines pipelines;
    private final Products products;
    private final Activities activities;
    private final Touchpoints touchpoints;

    Field(
            StoryClock clock,
            Companies companies,
            Deletions deletions,
            Duplicates duplicates,
            Contacts contacts,
            Campaigns campaigns,
            Costs costs,
            LeadChronicles leads,
            DealChronicles deals,
            Pipelines pipelines,
            Products products,
            Activities activities,
            Touchpoints touchpoints) {
        this.clock = clock;
        this.companies = companies;
        this.deletions = deletions;
        this.duplicates = duplicates;
        this.contacts = contacts;
        this.campaigns = campaigns;
        this.costs = costs;
        this.leads = leads;
        this.deals = deals;
        this.pipelines = pipelines;
        this.products = products;
        this.activities = activities;
        this.touchpoints = touchpoints;
    }

    Market market(Scene scene) {
        return new Market(scene.dice(), scene.words(), companies, contacts, clock);
    }

    List<PastDeal> play(Scene scene, Market market, List<Market.Firm> customers) {
        CampaignBook book = new CampaignBook(scene.story(), scene.dice(), clock, campaigns, costs, scene.troupe());
        book.plan();
        LeadChronicle chronicle = leads.begin(MOST_LEADS);
        DealStory dealStory = new DealStory(
                scene, deals, deals.ids(MOST_DEALS), pipelines.all().getFirst(), catalogue());
        PassStory passes = new PassStory(scene, new SalesStory(scene, dealStory));
        LeadStory leadStory = new LeadStory(scene, market, book, chronicle, passes);
        for (YearMonth month : scene.story().months()) {
            leadStory.tell(month);
            expansions(scene, dealStory, month, customers);
        }
        new Waiting(scene, market, leadStory, passes).tell();
        leads.write(chronicle, scene.story().now());
        deals.write(dealStory.told());
        scene.log().write(activities, touchpoints);
        return dealStory.told();
    }

    private static void expansions(Scene scene, DealStory deals, YearMonth month, List<Market.Firm> customers) {
        Dice dice = scene.dice();
        int count = dice.about(
                3.6 * (0.5 + 0.5 * scene.story().season(month)) * scene.story().passed(month));
        for (int i = 0; i < count; i++) {
            Market.Firm firm = dice.one(customers);
            long team = firm.south() ? scene.troupe().south() : scene.troupe().north();
            Person seller = scene.troupe().seller(team, dice);
            int last = month.equals(scene.story().running())
                    ? scene.story().today().getDayOfMonth()
                    : month.lengthOfMonth();
            Instant at =
                    scene.pace().working(scene.story().at(month.atDay(dice.whole(1, last)), dice.whole(9, 16), 10));
            if (!scene.story().future(at)) deals.expand(firm, seller, at);
        }
    }

    /** Names, prices and cost of what the firm makes; euros. */
    private Map<String, Product> catalogue() {
        product("Fördertechnik", "Gurtförderer GF 200", "GF200", 18_500, 8_050);
        product("Fördertechnik", "Rollenbahn RB 400", "RB400", 24_900, 11_100);
        product("Hebetechnik", "Scherenhubtisch HT 1500", "HT1500", 9_800, 4_300);
        product("Hebetechnik", "Palettenheber PH 900", "PH900", 13_600, 6_100);
        product("Sortiertechnik", "Sortieranlage SA 60", "SA60", 74_000, 34_200);
        product("Modernisierung", "Retrofit Steuerung", "RS", 19_500, 7_900);
        product("Modernisierung", "Retrofit Antriebe", "RA", 16_200, 7_300);
        product("Service", "Wartungsvertrag", "WV", 5_400, 2_000);
        return products.all().stream().collect(Collectors.toMap(Product::name, product -> product));
    }

    private void product(String line, String name, String code, long price, long cost) {
        products.add(new Product(0, name, code, line, "Stück", price * 100, cost * 100, true));
    }

    /** What three people typed in who did not look first: cards from a fair, a call, a list of the trade press. */
    void repeat(List<Market.Firm> customers) {
        for (int i = 0; i < 6; i++) {
            Market.Firm firm = customers.get(i * 5);
            Contact known = contacts.find(firm.people().getFirst().id()).orElseThrow();
            contacts.add(Slips.retyped(known.details(), i));
            if (i % 3 == 0)
                companies.add(
                        Slips.retyped(companies.find(firm.id()).orElseThrow().details()));
        }
        duplicates.find();
    }

    /** Somebody tried the form and cleared up behind them. */
    void tidy(Scene scene) {
        for (String name : List.of("Test Test", "Musterfirma GmbH"))
            deletions.delete(
                    Subject.company(companies.add(CompanyDetails.of(name))),
                    scene.troupe().mara());
    }
}
